import { readFilled } from './act.ts';
import { reanchorAct } from './acts-entries.ts';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';

type Props = { readonly closedMs: number; readonly onAnswered: () => void };

export function ClosedGap({ closedMs, onAnswered }: Props) {
  const { give, refusal } = useLive('give', 'refusal');
  const answer = async (counted: boolean) => {
    const act = reanchorAct(closedMs, counted);
    if (await give(act.toCommand(readFilled(new FormData())))) onAnswered();
  };
  return (
    <Dialog title={`Muster was closed for ${words(closedMs)}. Does that time count?`} onClose={onAnswered}>
      <p className={s.warning}>
        It counts if the room went on without Muster. It does not count if everybody waited. Nothing that was saved is
        lost either way.
      </p>
      {refusal && (
        <p className={s.problem} role="alert">
          {refusal}
        </p>
      )}
      <div className={s.foot}>
        <button type="button" className="button" onClick={() => void answer(true)}>
          It counts
        </button>
        <button type="button" className="button primary" onClick={() => void answer(false)}>
          It does not count
        </button>
      </div>
    </Dialog>
  );
}

function words(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? `${Math.max(1, Math.round(ms / 1000))} s` : `${minutes} min`;
}
