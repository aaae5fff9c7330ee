import { useCallback, useEffect, useRef } from 'react';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { quoted } from '#core/report/term-words.ts';
import { useBridge } from '../state/use-application.tsx';
import { useRequest } from '../state/use-request.ts';
import { PagedPicture } from './paged-picture.tsx';

type Props = {
  /** With the artefact it is attached to. */
  readonly view: RoomView;
  readonly exercise?: string;
  readonly script?: string;
  readonly inject: string;
  /** Counted from 1. */
  readonly attachment: number;
};

/** An attachment as the room would be shown it, read for the facilitator alone; what is wrong with it stands below. */
export function AttachedPicture({ view, exercise, script, inject, attachment }: Props) {
  const bridge = useBridge();
  const ask = useCallback(() => {
    const of = exercise === undefined ? { script: script ?? '' } : { exercise };
    return bridge.load_attachment({ of, inject, attachment });
  }, [bridge, exercise, script, inject, attachment]);
  const asked = useRequest(ask);
  const found = view.artefact?.attachments[attachment - 1];
  useReadAgain(
    script === undefined ? null : `${found?.name} ${found?.text}`,
    asked.at === 'loading' ? null : asked.again,
  );
  if (!found) return null;
  const { content, image, problem } = asked.at === 'there' ? asked.value : nothing;
  const failed = asked.at === 'failed' ? `${asked.problem.message} ${asked.problem.hint}` : null;
  const enlarged = { name: found.name, kind: found.kind, content };
  return (
    <>
      <PagedPicture view={{ ...view, enlarged }} image={image} />
      {problem !== null && (
        <p role="status">{`${quoted(found.name)} ${problem}. The room would be told that it cannot be shown.`}</p>
      )}
      {failed !== null && <p role="status">{failed}</p>}
    </>
  );
}

/** A file of a script is being written: read anew when the script says another thing of it, and when its author comes back here. */
function useReadAgain(said: string | null, again: (() => void) | null) {
  const before = useRef(said);
  useEffect(() => {
    if (said === null || again === null) return;
    if (before.current !== said) again();
    before.current = said;
    const look = () => {
      if (!document.hidden) again();
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [said, again]);
}

const nothing = { content: null, image: null, problem: null };
