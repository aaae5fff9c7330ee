import { capitalise, minutesWords, plain, ratingWords, roleNames } from '#core/report/term-words.ts';
import { fieldsOfCommand } from '#core/review/forms/build-fields.ts';
import { type CriticalTask, isNotRated, type RatedObjective, rateObjectives } from '#core/review/rate-objectives.ts';
import { RatingField } from '../../../../parts/form/rating-field.tsx';
import type { Draw } from '../entry-form.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

/** Each objective with what was seen, what was suggested and what is decided. */
export function ObjectivesStep() {
  const { state } = useReviewed();
  const notRated = isNotRated(state);
  const all = rateObjectives(state);
  const hasUnseen = all.some(({ tasks }) => tasks.some((task) => task.state === 'not_seen'));
  return (
    <>
      {notRated ? (
        <p className={css.note}>
          Not rated: facilitator and Incident Commander were one person, so nobody could watch. The report says so, and
          no rating is needed for FINAL.
        </p>
      ) : null}
      {hasUnseen && !notRated ? (
        <p className="small quiet">
          “Not seen” means that nobody wrote it down as done or as missed. It does not lower the suggested rating.
        </p>
      ) : null}
      {all.map((rated) => (
        <Objective key={rated.objective.id} rated={rated} isRated={!notRated} />
      ))}
    </>
  );
}

function Objective({ rated, isRated }: { readonly rated: RatedObjective; readonly isRated: boolean }) {
  const { objective, tasks, seen, exercised, gaps } = rated;
  const { id } = objective;
  return (
    <section className={css.sec} id={`at-${id}`} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <div className={css.secHead}>
        <h3 className="row-title" id={`${id}-title`}>
          {id}, {plain(objective.capability)}
        </h3>
        <span className="small quiet">
          evidence on {seen} of {exercised} critical tasks
        </span>
      </div>
      <p className="small quiet">{objective.text}</p>
      <table className={css.table}>
        <caption className="sr">Critical tasks of {id}</caption>
        <tbody>
          {tasks.map((task) => (
            <Task key={task.name} task={task} />
          ))}
        </tbody>
      </table>
      <p className="small quiet">
        {gaps.length === 0 ? 'No gap weighs on it.' : `Gaps that weigh on it: ${gaps.join(', ')}.`}
      </p>
      {isRated ? <RateForm rated={rated} /> : null}
    </section>
  );
}

const taskWords: Readonly<Record<CriticalTask['state'], readonly [words: string, look: string]>> = {
  done_on_time: ['On time', 'good'],
  done_late: ['Late', 'warn'],
  not_done: ['Not done', 'bad'],
  not_seen: ['Not seen', 'todo quiet'],
  not_exercised: ['Not exercised', 'todo quiet'],
};

function Task({ task: { does, state, minutes, targetMinutes } }: { readonly task: CriticalTask }) {
  const [words, look] = taskWords[state];
  return (
    <tr>
      <td>
        <span className={`state ${look}`}>{words}</span>
      </td>
      <td>{does}</td>
      <td className="num">{measureWords(minutes, targetMinutes)}</td>
    </tr>
  );
}

function measureWords(minutes: number | null, target: number | null): string {
  const against = target === null ? '' : `target ${minutesWords(target)}`;
  return minutes === null ? against : [minutesWords(minutes), against].filter(Boolean).join(', ');
}

function RateForm({ rated: { objective, suggestion, because, final } }: { readonly rated: RatedObjective }) {
  const { state } = useReviewed();
  const rating = fieldsOfCommand(state, 'rate_objective').find(({ name }) => name === 'rating');
  const suggested = suggestion ? `Suggested: ${suggestion}, ${ratingWords[suggestion]}` : 'No suggestion';
  const layout = (draw: Draw) => (
    <>
      <div className={css.rate}>
        <div>
          <p className="row-title">{suggested}</p>
          <p className="small quiet">
            {capitalise(because)}.
            {suggestion
              ? ' Choose another letter and both are printed with your reason.'
              : ' The letter you choose is printed.'}
          </p>
          {final ? (
            <p className="small">
              Final: {final.rating}, {ratingWords[final.rating]}
              {final.by ? `, by ${nameOfRole(final.by)}` : ''}
            </p>
          ) : (
            <p className="small warn">No final rating yet</p>
          )}
        </div>
        {rating ? (
          <RatingField
            field={{ ...rating, label: `Final rating of ${objective.id}` }}
            value={String(draw.values.rating ?? '')}
            onChange={(value) => draw.change('rating', value)}
          />
        ) : null}
      </div>
      <div className={css.reason}>{draw.rest('rating')}</div>
    </>
  );
  return (
    <NewForm
      verb="rate_objective"
      about={objective.id}
      fixed={{ objective: objective.id }}
      initial={{ rating: final?.rating ?? '', reason: final?.reason ?? '', by: final?.by ?? '' }}
      saveLabel={`Rate ${objective.id}`}
      layout={layout}
    />
  );
}

function nameOfRole(by: string): string {
  return Object.entries(roleNames).find(([role]) => role === by)?.[1] ?? by;
}
