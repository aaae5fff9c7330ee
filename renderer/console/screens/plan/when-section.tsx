import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { longDay } from '#core/local-time.ts';
import { warnAboutStart } from '#core/plan/plan-problems.ts';
import { findStartFault, isMoment, joinStart, splitStart } from '#core/plan/start-moment.ts';
import { countWeeks, shiftWeeks, startInWeekOf } from '#core/plan/story-start.ts';
import { isDay, isTimeZone } from '#core/scenario/calendar.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { TimeField } from '../../../parts/form/time-field.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

type Props = { readonly editing: PlanEditing; readonly today: string | null };

export function WhenSection({ editing, today }: Props) {
  return (
    <Section title="When" aside="You can start without a date">
      <div className={styles.pair}>
        <RoomStart editing={editing} today={today} />
        <StoryStart editing={editing} />
      </div>
    </Section>
  );
}

function RoomStart({ editing: { form, change, flush }, today }: Props) {
  const { starts_at, organisation } = form;
  const { day, time } = splitStart(starts_at);
  const fault = findStartFault(starts_at);
  const settle = (start: string | null) => change((before) => ({ ...before, starts_at: start }));
  const leave = () => void flush();
  return (
    <div className={styles.start}>
      <DayField
        label="Date in the room"
        day={day}
        hint={isMoment(`${day}T00:00`) ? longDay(day) : undefined}
        problem={fault?.at === 'day' && (day === '' || isDay(day)) ? fault.message : undefined}
        warning={warnAboutStart(starts_at, today)}
        onChange={(typed) => settle(joinStart(typed, time))}
        onBlur={leave}
      />
      <TimeField
        label="Time there"
        hint={isTimeZone(organisation.time_zone) ? `In ${organisation.time_zone}` : undefined}
        time={time}
        isNeeded={fault?.at === 'time'}
        problem={fault?.at === 'time' && time === '' ? fault.message : undefined}
        onChange={(typed) => settle(joinStart(day, typed))}
        onBlur={leave}
      />
    </div>
  );
}

/** By whole weeks only: the story lives on its weekdays. */
function StoryStart({ editing: { scenario, form, settle } }: { readonly editing: PlanEditing }) {
  const start = form.plan.storyline_start;
  const group = useRef<HTMLFieldSetElement>(null);
  const weeks = countWeeks(scenario.storyline_start, start);
  function move(by: number) {
    const moved = shiftWeeks(start, by);
    if (isMoment(moved)) settle({ storyline_start: moved });
  }
  function backToScript() {
    flushSync(() => settle({ storyline_start: scenario.storyline_start }));
    group.current?.querySelector('button')?.focus(); // the one that was pressed is gone
  }
  return (
    <fieldset ref={group} aria-labelledby="story-start" className={styles.story}>
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
          <button type="button" className="link" onClick={backToScript}>
            As in the script
          </button>
        )}
      </div>
      <p className="tiny quiet">All dates move with it by whole weeks, so weekdays stay as written.</p>
    </fieldset>
  );
}
