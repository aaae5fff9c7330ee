import { useState } from 'react';
import { longDate } from '#core/local-time.ts';
import { plain } from '#core/report/term-words.ts';
import { trackWords } from '#core/report/track-words.ts';
import type { ChangeLine, RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import { findStep, tellStep } from '#core/runbooks/step.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { Pieces } from '../../document/tracked-view.tsx';
import css from './runbooks.module.css';
import type { RunbooksDoing, ShelfName, Verdict } from './use-runbooks.ts';

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
          <Change
            key={change.origin}
            change={change}
            line={line}
            onDecide={(status) => decide(doing, shelf, change, status, by)}
          />
        ))}
      </ul>
    </section>
  );
}

function decide(
  doing: RunbooksDoing,
  shelf: ShelfName,
  { change, origin, decidedBy }: ChangeLine,
  status: Verdict,
  by: string,
) {
  const named = by.trim() === '' && status === 'proposed' ? decidedBy : by.trim();
  if (named) return void doing.decide(shelf, origin, status, named);
  const message = `${change} is not decided yet: nobody is named.`;
  doing.refuse({ code: 'no_name', message, hint: 'Write under “Decided by” who decides, then press again.' });
}

type ChangeProps = {
  readonly change: ChangeLine;
  readonly line: RunbookLine;
  readonly onDecide: (status: Verdict) => void;
};

function Change({ change, line, onDecide }: ChangeProps) {
  const { type, step, gap, of, proposer } = change;
  const old = change.old ?? (step === undefined ? undefined : findStep(line.steps, step)?.text) ?? '';
  const where = [step === undefined ? null : `step ${tellStep(step)}`, plain(type), gap && `gap ${gap}`];
  return (
    <li tabIndex={-1} className={css.change}>
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
      {change.reason !== null && (
        <p className="small quiet">
          Published although the file reads otherwise: <bdi>{change.reason}</bdi>
        </p>
      )}
      <Verdicts change={change} onDecide={onDecide} />
    </li>
  );
}

const stateLooks = { proposed: 'warn', accepted: 'note', rejected: 'quiet', published: 'good' } as const;

function tellStatus({ status, decidedBy, version }: ChangeLine): string {
  if (status === 'published') return `Published in ${version}`;
  if (status === 'proposed') return 'Proposed';
  return `${status === 'accepted' ? 'Accepted' : 'Rejected'} by ${decidedBy}`;
}

type VerdictProps = { readonly change: ChangeLine; readonly onDecide: (status: Verdict) => void };

/** What is decided can be taken back, by a button of its own at another place: a second press decides nothing else. */
function Verdicts({ change: { change, status }, onDecide }: VerdictProps) {
  if (status === 'published') return null;
  if (status !== 'proposed')
    return (
      <div key="decided" className={css.foot}>
        <button type="button" className={`button small plain ${css.back}`} onClick={() => onDecide('proposed')}>
          Open it again <span className="sr">{change}</span>
        </button>
      </div>
    );
  return (
    <div key="open" className={css.foot}>
      <button type="button" className="button small" onClick={() => onDecide('accepted')}>
        Accept <span className="sr">{change}</span>
      </button>
      <button type="button" className="button small plain" onClick={() => onDecide('rejected')}>
        Reject <span className="sr">{change}</span>
      </button>
    </div>
  );
}
