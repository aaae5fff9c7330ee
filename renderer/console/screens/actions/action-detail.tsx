import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react';
import { listLacks, standingOf } from '#core/actions/owner-standing.ts';
import { priorityOf } from '#core/actions/priority.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { shortDate } from '#core/local-time.ts';
import { fixNames, plain, statusNames } from '#core/report/term-words.ts';
import { isDay } from '#core/scenario/calendar.ts';
import shared from '../register/register.module.css';
import css from './actions.module.css';
import { LinkForm } from './link-form.tsx';
import { OwnerForm } from './owner-form.tsx';
import { StatusForm } from './status-form.tsx';
import type { Register } from './use-register.ts';
import { roleWords, tokenWords } from './words.ts';

type Props = { readonly action: RegisteredAction; readonly register: Register; readonly onLeave: () => void };

/** One action: what it lacks, how it stands, what can be told of it, and what it is. Esc goes back to the list. */
export function ActionDetail({ action, register, onLeave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const lacks = listLacks(action, register.people);
  useEffect(() => heading.current?.focus(), []);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <section className={shared.one} aria-labelledby="action-title" onKeyDown={leave}>
      <p className="label">
        {action.register_id}, {statusNames[action.status]}
      </p>
      <h2 id="action-title" ref={heading} tabIndex={-1} className="section-title">
        <bdi>{action.title}</bdi>
      </h2>
      {lacks.length > 0 && (
        <ul className={`small warn ${css.lacks}`}>
          {lacks.map((words) => (
            <li key={words}>
              <bdi>{words}</bdi>
            </li>
          ))}
        </ul>
      )}
      <StatusForm action={action} register={register} />
      <OwnerForm action={action} register={register} isOpen={standingOf(action, register.people) === 'left'} />
      <LinkForm action={action} register={register} />
      <Facts action={action} register={register} />
      <History action={action} />
    </section>
  );
}

function Facts({ action, register }: Pick<Props, 'action' | 'register'>) {
  const { exercise, gap, source_inject: inject, capability, condition } = action;
  const title = register.titles.get(exercise);
  const owner = [action.owner_name, roleWords(action.owner_role), action.owner_email].filter(Boolean).join(', ');
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['Problem', action.problem],
    ['Change', action.description],
    ['Done when', action.done_test],
    ['Evidence', action.evidence],
    ['Verified', action.verified_by && `${action.verified_by}, ${dayWords(action.verified_on)}`],
    ['Reason', action.reason],
    ['Risk accepted by', action.accepted_by],
    ['Owner', owner],
    ['Sponsor', action.sponsor],
    ['Due', action.due_on && dayWords(action.due_on)],
    ['Agreed', action.created_on && dayWords(action.created_on)],
    ['Priority', priorityOf(action)],
    ['Strength of fix', action.strength_of_fix && fixNames[action.strength_of_fix]],
    ['Kind', action.type && tokenWords(action.type)],
    ['Capability', capability && [tokenWords(capability), condition && plain(condition)].filter(Boolean).join(', ')],
    ['CSF', action.csf],
    ['Tracker', [action.external_key, action.external_url].filter(Boolean).join(', ')],
    ['Estimate', action.estimate],
  ];
  return (
    <dl className={`small ${shared.facts}`}>
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
      <dt className="quiet">From</dt>
      <dd>
        {title === undefined ? <bdi>{exercise}, not here any more</bdi> : <Review exercise={exercise} title={title} />}
        {gap && `, gap ${gap}`}
        {inject && `, ${inject}`}
      </dd>
    </dl>
  );
}

function Review({ exercise, title }: { readonly exercise: string; readonly title: string }) {
  return (
    <a href={`#/review/${exercise}`}>
      <bdi>{title}</bdi>
    </a>
  );
}

/** What stood before each change that was told here. */
function History({ action: { history = [] } }: Pick<Props, 'action'>) {
  if (history.length === 0) return null;
  return (
    <details className={shared.part}>
      <summary className="link">What stood before ({history.length})</summary>
      <ul className={`small ${shared.history}`}>
        {history.toReversed().map(({ t, status, owner_name, evidence, reason, accepted_by, verified_by }) => (
          <li key={`${t} ${status} ${owner_name}`}>
            Until {shortDate(t.slice(0, 10))}: {statusNames[status]}
            {[owner_name, evidence, verified_by && `verified by ${verified_by}`, reason, accepted_by].map(
              (words) => words && <bdi key={words}>, {words}</bdi>,
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function dayWords(day: string | undefined): string {
  return day !== undefined && isDay(day) ? shortDate(day) : (day ?? '');
}
