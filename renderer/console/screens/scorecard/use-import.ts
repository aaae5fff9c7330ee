import { useEffect, useRef, useState } from 'react';
import type { FilePreview } from '#contract/scorecard.ts';
import type { FileKind } from '#core/scorecard/files/file-kinds.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { sendFile } from './send-file.ts';
import type { MonthDoing, Progress } from './use-month.ts';

export type FileNamed = { readonly path: string } | { readonly upload: string };
export type Seen = { readonly preview: FilePreview; readonly file: FileNamed };
type How = Pick<FilePreview, 'mapping' | 'orders'>;

/** A file on its way into the month: sent or named, looked at, then taken or left. */
export function useImport(month: string, doing: MonthDoing) {
  const bridge = useBridge();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [sending, setSending] = useState<Progress | null>(null);
  const wanted = useRef(0);
  useForget(month, seen);

  async function preview(kind: FileKind, file: FileNamed, how: How | null) {
    const asked = { month, kind, file, mapping: how?.mapping ?? null, orders: how?.orders ?? null };
    const value = await doing.run(() => bridge.preview_month_file(asked));
    if (value) setSeen({ preview: value, file });
  }

  async function choose(kind: FileKind, file: File) {
    wanted.current += 1;
    const own = wanted.current;
    setSending({ done: 0, total: file.size });
    const told = (done: number, total: number) => setSending({ done, total });
    const upload = await doing.run(() =>
      sendFile(bridge, { month, file, isWanted: () => wanted.current === own, told }),
    );
    setSending(null);
    if (upload !== null) await preview(kind, { upload }, null);
  }

  async function take({ preview, file }: Seen, datedOn: string) {
    const { kind, sha256, mapping, orders, rejected, rows, name } = preview;
    const asked = { month, kind, file, sha256, mapping, orders, datedOn, without: rejected };
    const words = `${name} is taken: ${rows - rejected} of ${rows} rows count.`;
    if (await doing.renew(() => bridge.take_month_file(asked), words)) setSeen(null);
  }

  return {
    seen,
    /** Of what is sent, else of what is read. */
    progress: sending ?? doing.progress,
    choose,
    byPath: (kind: FileKind, path: string) => preview(kind, { path }, null),
    again: ({ preview: { kind }, file }: Seen, how: How) => preview(kind, file, how),
    take,
    leave: () => setSeen(null),
    stop: () => {
      wanted.current += 1;
      void bridge.cancel_month_file({ month, upload: null });
    },
    drop: (kind: FileKind) => doing.renew(() => bridge.drop_month_file({ month, kind }), `${kind} is taken out.`),
  };
}

/** What was sent is thrown away when it is not looked at any more: another file is, it was left, or the screen is. */
function useForget(month: string, seen: Seen | null) {
  const bridge = useBridge();
  const upload = seen && 'upload' in seen.file ? seen.file.upload : null;
  useEffect(() => {
    if (upload === null) return;
    return () => void bridge.cancel_month_file({ month, upload }).catch(() => {}); // gone with the application
  }, [bridge, month, upload]);
}

export type Importing = ReturnType<typeof useImport>;
