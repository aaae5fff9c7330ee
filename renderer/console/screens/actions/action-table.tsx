import { memo, type RefObject, useLayoutEffect } from 'react';
import { gapKeyOf } from '#core/actions/filter-actions.ts';
import { type OwnerStanding, standingOf } from '#core/actions/owner-standing.ts';
import { severityOf } from '#core/actions/priority.ts';
import { isOverdue } from '#core/actions/register-figures.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { shortDate } from '#core/local-time.ts';
import { severityNames, statusNames } from '#core/report/term-words.ts';
import { isDay } from '#core/scenario/calendar.ts';
import { keepOneStop, markStop, moveStop } from '../../../parts/row-stops.ts';
import shared from '../register/register.module.css';
import css from './actions.module.css';
import type { Register } from './use-register.ts';
import { roleWords } from './words.ts';

type Props = {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly found: readonly RegisteredAction[];
  readonly register: Register;
  readonly chosen: string | null;
  readonly onChoose: (origin: string) => void;
};

/** One stop of the Tab key. */
export const ActionTable = memo(function ActionTable({ table, found, register, chosen, onChoose }: Props) {
  useLayoutEffect(() => keepOneStop(table.current));
  return (
    <table ref={table} className={`${shared.table} ${css.table}`}>
      <caption className="sr">Actions, what is due first first</caption>
      <thead>
        <tr>
          <th scope="col">Due</th>
          <th scope="col">Action</th>
          <th scope="col">Owner</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody onKeyDown={moveStop} onFocus={markStop}>
        {found.map((action) => (
          <Row
            key={action.origin}
            {...{ action, onChoose }}
            title={register.titles.get(action.exercise) ?? action.exercise}
            isOverdue={isOverdue(action, register.today)}
            hasReturned={register.returned.has(gapKeyOf(action) ?? '')}
            standing={standingOf(action, register.people)}
            isChosen={action.origin === chosen}
          />
        ))}
      </tbody>
    </table>
  );
});

type RowProps = Pick<Props, 'onChoose'> & {
  readonly action: RegisteredAction;
  readonly title: string;
  readonly isOverdue: boolean;
  readonly hasReturned: boolean;
  readonly standing: OwnerStanding;
  readonly isChosen: boolean;
};

/** Drawn again only when something in it changed. */
const Row = memo(function Row({ action, onChoose, ...about }: RowProps) {
  const { origin, register_id, status } = action;
  const severity = severityOf(action);
  const isHeavy = severity === 'critical' || severity === 'high';
  return (
    <tr className={about.isChosen ? shared.chosen : undefined}>
      <td className="nowrap">
        {dueWords(action)}
        {about.isOverdue && <div className="tiny bad">overdue</div>}
      </td>
      <td>
        <button
          type="button"
          className={shared.open}
          tabIndex={-1}
          aria-current={about.isChosen ? 'true' : undefined}
          onClick={() => onChoose(origin)}
        >
          <bdi>{action.title}</bdi>
        </button>
        <div className="tiny quiet">
          <span className="nowrap">{register_id}</span>, <bdi>{about.title}</bdi>
          {severity && <span className={isHeavy ? 'strong' : ''}>, {severityNames[severity]}</span>}
          {about.hasReturned && <span className="warn">, gap came back</span>}
        </div>
      </td>
      <td>
        <bdi>{action.owner_name ?? roleWords(action.owner_role) ?? 'Nobody'}</bdi>
        {about.standing !== 'known' && <div className="tiny warn">{standingWords[about.standing]}</div>}
      </td>
      <td>{statusNames[status]}</td>
    </tr>
  );
});

const standingWords = { nobody: 'not named', on_no_roster: 'on no roster', left: 'has left' } as const;

function dueWords({ due_on: due }: RegisteredAction) {
  if (due === undefined) return <span className="quiet">No date</span>;
  return isDay(due) ? shortDate(due) : <bdi>{due}</bdi>;
}
