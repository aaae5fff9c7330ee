import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { decisionWords, inFileWords } from '#core/exceptions/exception-words.ts';
import { shortDate } from '#core/local-time.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useTold } from '../../../state/use-told.ts';
import css from './exceptions.module.css';
import type { Exceptions } from './use-exceptions.ts';

type Props = { readonly exception: RegisteredException; readonly register: Exceptions };

const looks = { in_file: 'state good', not_yet: 'state todo', gone: 'state todo' } as const;

/** What was decided last and not taken back, and whether the file says so. */
export function StandingDecision({ exception: { id, decision }, register }: Props) {
  const { problem, said, isBusy, give } = useTold((number: number) => register.withdraw(id, number));
  return (
    <div className={css.decided}>
      {decision && (
        <>
          <p className="small">
            <bdi className="strong">{decisionWords(decision.entry.said)}</bdi>
            {decision.entry.said.reason && <bdi>. {decision.entry.said.reason}</bdi>}
          </p>
          <p className={`tiny quiet ${css.told}`}>
            Decided on {shortDate(decision.entry.told_on)}
            <span className={decision.isOverdue ? 'state warn' : looks[decision.mark]}>
              {inFileWords[decision.mark]}
              {decision.isOverdue && ', and its day is over'}
            </span>
          </p>
          {register.isDecidable && (
            <button
              type="button"
              className="link"
              aria-disabled={isBusy}
              onClick={() => void give(decision.entry.number, 'Taken back; it stays among all decisions.')}
            >
              Take it back
            </button>
          )}
        </>
      )}
      <p role="status" className="small good">
        {said}
      </p>
      {problem && <ProblemNotice problem={problem} takesFocus />}
    </div>
  );
}
