import { memo, type RefObject, useLayoutEffect } from 'react';
import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { daysLeftWords, decisionNames, inFileWords, stateNames } from '#core/exceptions/exception-words.ts';
import { shortDate } from '#core/local-time.ts';
import { capitalise, severityNames } from '#core/report/term-words.ts';
import { keepOneStop, markStop, moveStop } from '../../../parts/row-stops.ts';
import shared from '../register/register.module.css';
import css from './exceptions.module.css';
import { FlagList } from './flag-list.tsx';
import type { Exceptions } from './use-exceptions.ts';

type Props = {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly found: readonly RegisteredException[];
  readonly register: Exceptions;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

/** One stop of the Tab key. What is most urgent stands first; a wide window has more columns. */
export const ExceptionTable = memo(function ExceptionTable({ table, found, register, chosen, onChoose }: Props) {
  useLayoutEffect(() => keepOneStop(table.current));
  const within = register.file?.expiringWithinDays ?? 30;
  return (
    <table ref={table} className={`${shared.table} ${css.table}`}>
      <caption className="sr">Exceptions, what ran out first, then what ends next</caption>
      <thead>
        <tr>
          <th scope="col">Ends</th>
          <th scope="col">Exception</th>
          <th scope="col">Owner, approver</th>
          <th scope="col" className={css.wide}>
            Runs since
          </th>
          <th scope="col" className={css.wide}>
            Compensating control
          </th>
          <th scope="col">State and flags</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveStop} onFocus={markStop}>
        {found.map((exception) => (
          <Row key={exception.id} {...{ exception, onChoose, within }} isChosen={exception.id === chosen} />
        ))}
      </tbody>
    </table>
  );
});

type RowProps = Pick<Props, 'onChoose'> & {
  readonly exception: RegisteredException;
  readonly within: number;
  readonly isChosen: boolean;
};

/** Drawn again only when something in it changed. */
const Row = memo(function Row({ exception, onChoose, within, isChosen }: RowProps) {
  const { id, row, daysLeft, state } = exception;
  return (
    <tr className={isChosen ? shared.chosen : undefined}>
      <td className="nowrap">
        {row?.expires_on ? shortDate(row.expires_on) : <span className="quiet">No expiry</span>}
        {daysLeft !== null && (
          <div className={`tiny ${daysLeft < 0 ? 'strong' : 'quiet'}`}>{daysLeftWords(daysLeft)}</div>
        )}
      </td>
      <td>
        <button
          type="button"
          className={shared.open}
          tabIndex={-1}
          aria-current={isChosen ? 'true' : undefined}
          onClick={() => onChoose(id)}
        >
          <bdi>{row?.title ?? id}</bdi>
        </button>
        <Places exception={exception} />
      </td>
      <td>
        {row?.owner ? <bdi>{row.owner}</bdi> : 'Nobody'}
        <div className="tiny quiet">
          <bdi>{row?.approver ?? (state === 'pending' ? 'not approved yet' : 'nobody')}</bdi>
        </div>
      </td>
      <td className={`nowrap ${css.wide}`}>
        {row?.starts_on ? shortDate(row.starts_on) : <span className="quiet">Not begun</span>}
        <div className="tiny quiet">{renewalWords(row?.renewals ?? null)}</div>
      </td>
      <td className={css.wide}>
        {row?.compensating_control ? <bdi>{row.compensating_control}</bdi> : <span className="quiet">None</span>}
      </td>
      <td>
        {state !== 'expired_open' && capitalise(stateNames[state])} {/* its red flag says so */}
        <FlagList exception={exception} within={within} />
        <Decided exception={exception} />
      </td>
    </tr>
  );
});

function Places({ exception: { id, row } }: Pick<RowProps, 'exception'>) {
  if (row === null) return null;
  const isHeavy = row.risk === 'critical' || row.risk === 'high';
  const parts = [row.scope_ref, row.control_ref, row.ticket].filter((part) => part !== null);
  return (
    <div className="tiny quiet">
      <bdi className="nowrap">{id}</bdi>, <span className={isHeavy ? 'strong' : ''}>{severityNames[row.risk]}</span>
      {parts.map((part) => (
        <span key={part}>
          , <bdi className={css.place}>{part}</bdi>
        </span>
      ))}
    </div>
  );
}

function Decided({ exception: { decision } }: Pick<RowProps, 'exception'>) {
  if (decision === null) return null;
  const { entry, mark, isOverdue } = decision;
  return (
    <div className={`tiny ${isOverdue ? 'strong' : 'quiet'}`}>
      {decisionNames[entry.said.is]}: {inFileWords[mark]}
      {isOverdue && ', overdue'}
    </div>
  );
}

export function renewalWords(renewals: number | null): string {
  if (renewals === null || renewals === 0) return renewals === 0 ? 'never renewed' : 'renewals unknown';
  return renewals === 1 ? 'renewed once' : `renewed ${renewals} times`;
}
