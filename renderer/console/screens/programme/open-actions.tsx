import { useState } from 'react';
import { daysBetween } from '#core/local-time.ts';
import { type DueGroup, groupByDue } from '#core/plan/due-groups.ts';
import type { OpenAction } from '#core/plan/open-actions.ts';
import { cutAtWord, plural } from '#core/report/term-words.ts';
import { ActionList } from './action-list.tsx';
import styles from './programme.module.css';

type Props = {
  readonly own: readonly OpenAction[] | null;
  readonly samples: readonly OpenAction[] | null;
  readonly today: string;
};

const groupNames: Readonly<Record<DueGroup, string>> = {
  overdue: 'Overdue',
  soon: 'Due in 30 days',
  later: 'Later',
  no_date: 'No date',
};

type Choice = DueGroup | 'all' | 'samples';

/** What reviews agreed and nobody has closed, by its date; each count leads to its list. */
export function OpenActions({ own, samples, today }: Props) {
  const [chosen, setChosen] = useState<Choice | null>(null);
  const groups = groupByDue(own ?? [], today);
  const lists: Readonly<Record<Choice, readonly OpenAction[]>> = {
    ...(Object.fromEntries(groups.map(({ group, actions }) => [group, actions])) as Record<DueGroup, OpenAction[]>),
    all: groups.flatMap(({ actions }) => actions),
    samples: groupByDue(samples ?? [], today).flatMap(({ actions }) => actions),
  };
  const toggle = (choice: Choice) => setChosen((before) => (before === choice ? null : choice));
  const opens = (choice: Choice) => ({
    'aria-expanded': chosen === choice,
    'aria-controls': 'open-actions-list',
    onClick: () => toggle(choice),
  });
  return (
    <>
      <section className={styles.actions} aria-labelledby="open-actions">
        <div className={styles.head}>
          <h2 id="open-actions" className="section-title">
            Open actions by age
          </h2>
          {lists.all.length > 0 && (
            <button type="button" className="link" {...opens('all')}>
              All {lists.all.length}
            </button>
          )}
        </div>
        {lists.all.length === 0 ? (
          <p className={styles.empty}>{own === null ? unknown : none}</p>
        ) : (
          <>
            {groups.map(({ group, actions }) => (
              <Age key={group} group={group} count={actions.length} of={longest(lists)} opens={opens(group)} />
            ))}
            <Oldest action={lists.overdue[0]} today={today} />
          </>
        )}
        <p className={styles.apart}>
          <a className="link" href="#/actions">
            Open the register
          </a>
        </p>
        {lists.samples.length > 0 && (
          <p className={styles.apart}>
            <button type="button" className="link" {...opens('samples')}>
              {lists.samples.length} in sample exercises
            </button>
          </p>
        )}
      </section>
      <div id="open-actions-list" className={styles.list}>
        {chosen && (
          <ActionList
            name={nameOf(chosen)}
            actions={lists[chosen]}
            today={today}
            register={chosen === 'samples' ? '#/actions/samples' : '#/actions'}
          />
        )}
      </div>
    </>
  );
}

const none = 'None. What a review agrees stands here by its date until somebody closes it.';
const unknown = 'Not known: the register of actions cannot be read. Every exercise keeps its own actions.';

const longest = (lists: Readonly<Record<DueGroup, readonly OpenAction[]>>) =>
  Math.max(lists.overdue.length, lists.soon.length, lists.later.length, lists.no_date.length);

function nameOf(choice: Choice): string {
  if (choice === 'all') return 'All open actions';
  return choice === 'samples'
    ? 'Open actions of sample exercises'
    : `Open actions: ${groupNames[choice].toLowerCase()}`;
}

type AgeProps = {
  readonly group: DueGroup;
  readonly count: number;
  /** The longest bar. */
  readonly of: number;
  readonly opens: { readonly 'aria-expanded': boolean; readonly onClick: () => void };
};

function Age({ group, count, of, opens }: AgeProps) {
  const parts = (
    <>
      <span>{groupNames[group]}</span>
      <span className={styles.track} aria-hidden="true">
        {count > 0 && (
          <i className={group === 'overdue' ? styles.over : ''} style={{ width: `${(count / of) * 100}%` }} />
        )}
      </span>
      <b className="num">{count}</b>
    </>
  );
  if (count === 0) return <p className={styles.age}>{parts}</p>;
  return (
    <button type="button" className={styles.age} {...opens}>
      {parts}
    </button>
  );
}

function Oldest({ action, today }: { readonly action: OpenAction | undefined; readonly today: string }) {
  if (!action?.dueOn) return null;
  return (
    <p className={`small quiet ${styles.oldest}`}>
      Longest overdue: <bdi>{cutAtWord(action.title, 100)}</bdi>, {plural(daysBetween(action.dueOn, today), 'day')},{' '}
      <bdi>{cutAtWord(action.owner, 60)}</bdi>.
    </p>
  );
}
