import type { ClockGap } from '#contract/console-answers.ts';
import { readFilled } from './act.ts';
import { reanchorAct } from './acts-entries.ts';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';

type Props = { readonly gap: ClockGap; readonly onAnswered: () => void };

/** After Muster was closed, or the computer slept or had its clock set, while the exercise ran. */
export function ClockQuestion({ gap, onAnswered }: Props) {
  const { give, refusal } = useLive('give', 'refusal');
  const answer = async (counted: boolean) => {
    const act = reanchorAct(gap, counted);
    if (await give(act.toCommand(readFilled(new FormData())))) onAnswered();
  };
  return (
    <Dialog title={`${whatHappened(gap)} Does that time count?`} onClose={onAnswered}>
      <p className={s.warning}>
        It counts if the room went on without Muster. It does not count if everybody waited. Nothing that was saved is
        lost either way, and no inject was released meanwhile. Until you answer, the exercise clock{' '}
        {gap.isCounted ? 'counts it' : 'stands where it was'}.
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

function whatHappened({ after, ms, isCounted }: ClockGap): string {
  if (after === 'restart') return `Muster was closed for ${words(ms)}.`;
  return isCounted
    ? `This computer slept for ${words(ms)}.`
    : `This computer slept, or its clock was set ahead, by ${words(ms)}.`;
}

function words(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.max(1, Math.round(ms / 1000))} s`;
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
