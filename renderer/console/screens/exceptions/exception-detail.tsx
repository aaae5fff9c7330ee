import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react';
import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { daysLeftWords, decisionWords, stateNames } from '#core/exceptions/exception-words.ts';
import { shortDate } from '#core/local-time.ts';
import { severityNames } from '#core/report/term-words.ts';
import shared from '../register/register.module.css';
import { DecisionForm } from './decision-form.tsx';
import { renewalWords } from './exception-table.tsx';
import css from './exceptions.module.css';
import { FlagList } from './flag-list.tsx';
import { StandingDecision } from './standing-decision.tsx';
import type { Exceptions } from './use-exceptions.ts';

type Props = {
  readonly exception: RegisteredException;
  readonly register: Exceptions;
  readonly onLeave: () => void;
};

/** One exception: its flags, what was decided, what can be, and what its file says. Esc goes back to the list. */
export function ExceptionDetail({ exception, register, onLeave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, row, state } = exception;
  useEffect(() => heading.current?.focus(), []);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  const isClosed = state === 'closed' || state === 'gone';
  return (
    <section className={shared.one} aria-labelledby="exception-title" onKeyDown={leave}>
      <p className="label">
        <bdi>{id}</bdi>, {stateNames[state]}
      </p>
      <h2 id="exception-title" ref={heading} tabIndex={-1} className="section-title">
        <bdi>{row?.title ?? id}</bdi>
      </h2>
      <FlagList exception={exception} within={register.file?.expiringWithinDays ?? 30} />
      <StandingDecision exception={exception} register={register} />
      {register.isDecidable && !isClosed && <DecisionForm exception={exception} register={register} />}
      {isClosed && <p className="small quiet">What the newest file says counts: there is nothing to decide here.</p>}
      <Facts exception={exception} />
      <History exception={exception} />
    </section>
  );
}

/** As the file has them. */
function Facts({ exception: { row, daysLeft } }: Pick<Props, 'exception'>) {
  if (row === null) return null;
  const ends = row.expires_on && `${shortDate(row.expires_on)}, ${daysLeftWords(daysLeft).toLowerCase()}`;
  const texts: readonly (readonly [string, string | null | undefined])[] = [
    ['Scope', row.scope_ref],
    ['Control', row.control_ref],
    ['Risk', severityNames[row.risk]],
    ['Owner', row.owner ?? 'Nobody'],
    ['Approver', row.approver ?? 'Nobody'],
    ['Asked for', row.requested_on && shortDate(row.requested_on)],
    ['Approved', row.approved_on && shortDate(row.approved_on)],
    ['Started', row.starts_on && shortDate(row.starts_on)],
    ['Expires', ends ?? 'Never'],
    ['Closed', row.closed_on && shortDate(row.closed_on)],
    ['Renewals', renewalWords(row.renewals)],
    ['Compensating control', row.compensating_control ?? 'None'],
    ['Notes', row.review_notes],
    ['Ticket', row.ticket],
  ];
  return (
    <dl className={`small ${shared.facts}`} aria-label="What the file says">
      {texts.map(([name, words]) =>
        words ? (
          <Fragment key={name}>
            <dt className="quiet">{name}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </Fragment>
        ) : null,
      )}
    </dl>
  );
}

/** Every decision, the newest first; those taken back too. */
function History({ exception: { told } }: Pick<Props, 'exception'>) {
  if (told.length === 0) return null;
  return (
    <details className={shared.part}>
      <summary className="link">All decisions ({told.length})</summary>
      <ol className={`small ${shared.history} ${css.history}`}>
        {told.toReversed().map(({ entry: { number, told_on, said }, isWithdrawn }) => (
          <li key={number}>
            {shortDate(told_on)}: <bdi>{decisionWords(said)}</bdi>
            {said.reason && <bdi>. {said.reason}</bdi>}
            {isWithdrawn && <span className="quiet"> (taken back)</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
