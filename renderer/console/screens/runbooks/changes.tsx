import { useState } from 'react';
import { longDate } from '#core/local-time.ts';
import { plain } from '#core/report/term-words.ts';
import { trackWords } from '#core/report/track-words.ts';
import type { ChangeLine, RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import { findStep, tellStep } from '#core/runbooks/step.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { Pieces } from '../../document/tracked-view.tsx';
import css from './runbooks.module.css';
import type { RunbooksDoing, ShelfName } from './use-runbooks.ts';

type Props = { readonly line: RunbookLine; readonly shelf: ShelfName; readonly doing: RunbooksDoing };

/** What exercises proposed: open ones first, each accepted or rejected by somebody who did not propose it. */
export function Changes({ line, shelf, doing }: Props) {
  const [by, setBy] = useState('');
  const isOpen = ({ status }: ChangeLine) => status === 'proposed' || status === 'accepted';
  const changes = [...line.changes.filter(isOpen), ...line.changes.filter((change) => !isOpen(change))];
  return (
    <section aria-labelledby="runbook-changes">
      <h3 id="runbook-changes" className="row-title">
        Changes
      </h3>
      {changes.length === 0 && <p className="small quiet">No exercise has proposed a change.</p>}
      {line.openChanges > 0 && (
        <div className={css.by}>
          <TextField label="Decided by" value={by} onChange={setBy} hint="Somebody who did not propose the change." />
        </div>
      )}
      <ul className={css.changes}>
        {changes.map((change) => (
          <Change key={change.origin} change={change} line={line}>
            {isOpen(change) && (
              <Verdict change={change} onDecide={(status) => decide(doing, shelf, change, status, by)} />
            )}
          </Change>
        ))}
      </ul>
    </section>
  );
}

function decide(
  doing: RunbooksDoing,
  shelf: ShelfName,
  { change, origin }: ChangeLine,
  status: 'accepted' | 'rejected',
  by: string,
) {
  if (by.trim() !== '') return void doing.decide(shelf, origin, status, by);
  const message = `${change} is not decided yet: nobody is named.`;
  doing.refuse({ code: 'no_name', message, hint: 'Write under “Decided by” who decides, then press again.' });
}

type ChangeProps = { readonly change: ChangeLine; readonly line: RunbookLine; readonly children: React.ReactNode };

function Change({ change, line, children }: ChangeProps) {
  const { type, step, gap, of, proposer } = change;
  const old = change.old ?? (step === undefined ? undefined : findStep(line.steps, step)?.text) ?? '';
  const where = [step === undefined ? null : `step ${tellStep(step)}`, plain(type), gap && `gap ${gap}`];
  return (
    <li className={css.change}>
      <p>
        <b className="strong">{change.change}</b> {where.filter(Boolean).join(', ')}{' '}
        <span className={`state small ${stateLooks[change.status]}`}>{tellStatus(change)}</span>
      </p>
      <p className="tiny quiet">
        <bdi>{of.title}</bdi>, {longDate(of.on)}
        {proposer && (
          <>
            , proposed by <bdi>{proposer}</bdi>
          </>
        )}
      </p>
      <p className={css.text}>
        {change.new === undefined && type !== 'remove' ? (
          <span className="quiet">The new text is still to be written.</span>
        ) : (
          <Pieces pieces={trackWords(type === 'add' ? '' : old, type === 'remove' ? '' : (change.new ?? ''))} />
        )}
      </p>
      {children}
    </li>
  );
}

const stateLooks = { proposed: 'warn', accepted: 'note', rejected: 'quiet', published: 'good' } as const;

function tellStatus({ status, decidedBy, version }: ChangeLine): string {
  if (status === 'published') return `Published in ${version}`;
  if (status === 'proposed') return 'Proposed';
  return `${status === 'accepted' ? 'Accepted' : 'Rejected'} by ${decidedBy}`;
}

type VerdictProps = {
  readonly change: ChangeLine;
  readonly onDecide: (status: 'accepted' | 'rejected') => void;
};

function Verdict({ change: { change, status }, onDecide }: VerdictProps) {
  return (
    <div className={css.foot}>
      {status !== 'accepted' && (
        <button type="button" className="button small" onClick={() => onDecide('accepted')}>
          Accept <span className="sr">{change}</span>
        </button>
      )}
      <button type="button" className="button small plain" onClick={() => onDecide('rejected')}>
        Reject <span className="sr">{change}</span>
      </button>
    </div>
  );
}
