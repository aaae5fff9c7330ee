import type { ConsoleBridge } from '#contract/console.ts';
import { largestChosen, partBytes } from '#contract/scorecard.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';

type Sending = {
  readonly month: string;
  readonly file: File;
  readonly isWanted: () => boolean;
  readonly told: (done: number, total: number) => void;
};

/** Hands a file over part by part: no more of it than a part is ever held. */
export async function sendFile(
  bridge: ConsoleBridge,
  { month, file, isWanted, told }: Sending,
): Promise<Outcome<string>> {
  const { name, size } = file;
  if (size > largestChosen)
    return refuse(`${name} is too large to be handed over by the window.`, 'Name it by its path.');
  const changedOn = new Date(file.lastModified).toISOString().slice(0, 10);
  const begun = await bridge.begin_month_file({ month, name, bytes: size, changedOn });
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  for (let at = 0; at < size; at += partBytes) {
    const base64 = await readPart(file.slice(at, at + partBytes)).catch(() => null);
    const sent = base64 === null ? unread(name) : await bridge.add_month_file_part({ upload, at, base64 });
    if (!sent.ok || !isWanted()) {
      await bridge.cancel_month_file({ month, upload });
      return sent.ok ? refuse('Stopped as asked.', '') : sent;
    }
    told(Math.min(at + partBytes, size), size);
  }
  return succeed(upload);
}

function readPart(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(part);
  });
}

const unread = (name: string) => refuse(`${name} could not be read.`, 'Choose it again, or name it by its path.');

function refuse(message: string, hint: string): Outcome<never> {
  return fail({ code: 'file_not_read', message, hint: `Nothing of it was taken. ${hint}`.trim() });
}

/** `Assets October.xlsx` holds assets; null where the name does not say. */
export function kindOfName(name: string): FileKind | null {
  const plain = name.toLowerCase();
  const starts: readonly (readonly [string, FileKind])[] = [
    ...fileKinds.map((kind) => [kind, kind] as const),
    ...[['asset', 'assets'] as const, ['incident', 'incidents'] as const, ['exception', 'exceptions'] as const],
    ...[['vuln', 'vulnerabilities'] as const, ['finding', 'vulnerabilities'] as const],
  ];
  return starts.find(([start]) => plain.includes(start))?.[1] ?? null;
}
