import { shortDate } from '#core/local-time.ts';
import { dueGroupOf } from '#core/plan/due-groups.ts';
import type { OpenAction } from '#core/plan/open-actions.ts';
import { plural } from '#core/report/term-words.ts';
import styles from './programme.module.css';

type Props = {
  readonly name: string;
  readonly actions: readonly OpenAction[];
  readonly today: string;
  /** Address of the register they stand in. */
  readonly register: string;
};

/** The actions behind a count: who owes what, by when, from which exercise. */
export function ActionList({ name, actions, today, register }: Props) {
  return (
    <section aria-labelledby="action-list">
      <h3 id="action-list" className="row-title">
        {name}, {plural(actions.length, 'action')}
      </h3>
      <table className={styles.table} aria-labelledby="action-list">
        <thead>
          <tr>
            <th scope="col">Due</th>
            <th scope="col">Action</th>
            <th scope="col">Owner</th>
            <th scope="col">Exercise</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <Row key={action.id} action={action} today={today} register={register} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Pick<Props, 'today' | 'register'> & { readonly action: OpenAction };

function Row({ action, today, register }: RowProps) {
  const { id, title, owner, exercise, exerciseTitle } = action;
  return (
    <tr>
      <td>
        <Due action={action} today={today} />
      </td>
      <td>
        <a className={styles.inText} href={`${register}/${id}`}>
          <bdi className="strong">{title}</bdi>
        </a>
        <div className="tiny quiet">{id}</div>
      </td>
      <td>
        <bdi>{owner}</bdi>
      </td>
      <td>
        {exerciseTitle === null ? (
          <>
            <bdi>{exercise}</bdi>, not here any more
          </>
        ) : (
          <a className={styles.inText} href={`#/review/${exercise}`}>
            <bdi>{exerciseTitle}</bdi>
          </a>
        )}
      </td>
    </tr>
  );
}

function Due({ action: { dueOn }, today }: { readonly action: OpenAction; readonly today: string }) {
  if (dueOn === null) return <span className="quiet">No date</span>;
  switch (dueGroupOf({ dueOn }, today)) {
    case 'no_date':
      return <bdi>{dueOn}</bdi>; // somebody wrote what is no day
    case 'overdue':
      return (
        <>
          <span className="nowrap">{shortDate(dueOn)}</span>
          <div className="tiny bad">overdue</div>
        </>
      );
    default:
      return <span className="nowrap">{shortDate(dueOn)}</span>;
  }
}
