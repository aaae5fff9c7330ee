import { longDay } from '#core/local-time.ts';
import { isMoment, warnAboutStart } from '#core/plan/plan-problems.ts';
import { countWeeks, shiftWeeks, startInWeekOf } from '#core/plan/story-start.ts';
import { TextField } from '../../../parts/text-field.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

type Props = { readonly editing: PlanEditing; readonly today: string | null };

export function WhenSection({ editing, today }: Props) {
  const { form, change, faultAt, flush } = editing;
  return (
    <Section title="When" aside="You can start without a date">
      <div className={styles.pair}>
        <TextField
          label={`Date and time in the room (${form.organisation.time_zone})`}
          type="datetime-local"
          value={form.starts_at ?? ''}
          error={faultAt('starts_at')}
          warning={warnAboutStart(form.starts_at, today)}
          onChange={(typed) => change((before) => ({ ...before, starts_at: typed === '' ? null : typed }))}
          onBlur={() => void flush()}
        />
        <StoryStart editing={editing} />
      </div>
    </Section>
  );
}

/** By whole weeks only: the story lives on its weekdays. */
function StoryStart({ editing: { scenario, form, settle } }: { readonly editing: PlanEditing }) {
  const start = form.plan.storyline_start;
  const weeks = countWeeks(scenario.storyline_start, start);
  function move(by: number) {
    const moved = shiftWeeks(start, by);
    if (isMoment(moved)) settle({ storyline_start: moved });
  }
  return (
    <fieldset aria-labelledby="story-start" className={styles.story}>
      <div id="story-start" className="label">
        The story begins
      </div>
      <div className={styles.storyDate} aria-live="polite">
        {longDay(start.slice(0, 10))}, {start.slice(11)}
      </div>
      <div className={styles.row}>
        <button type="button" className="button small" onClick={() => move(-1)}>
          A week earlier
        </button>
        <button type="button" className="button small" onClick={() => move(1)}>
          A week later
        </button>
        {form.starts_at && isMoment(form.starts_at) && (
          <button
            type="button"
            className="button small"
            onClick={() => settle({ storyline_start: startInWeekOf(start, form.starts_at ?? start) })}
          >
            The week of the exercise
          </button>
        )}
        {weeks !== 0 && (
          <button type="button" className="link" onClick={() => settle({ storyline_start: scenario.storyline_start })}>
            As in the script
          </button>
        )}
      </div>
      <p className="tiny quiet">All dates move with it by whole weeks, so weekdays stay as written.</p>
    </fieldset>
  );
}
