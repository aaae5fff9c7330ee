import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { type ConsoleTimes, consoleTimes } from '#core/exercise/views/console-view-time.ts';
import { type FinishForecast, type FinishLine, foreseeFinish } from '#core/exercise/views/foresee-finish.ts';
import { plural } from '#core/report/term-words.ts';
import { readTimeOfDay } from '#core/time-of-day.ts';
import { TimeField } from '../../../parts/form/time-field.tsx';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import f from './finish.module.css';
import { useLive } from './live-context.tsx';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** By when play shall end: which injects still fit, which do not, and what would not be exercised, before it is agreed. */
export function FinishDialog() {
  const { state, nowM, pressM, give, close } = useLive('state', 'nowM', 'pressM', 'give', 'close');
  const [time, setTime] = useState(() => clockIn(Math.max(0, consoleTimes(state, nowM).leftMinutes)));
  const form = useRef<HTMLFormElement>(null);
  const minutes = minutesUntil(time);
  const hasPassed = minutes === null && readTimeOfDay(time).time !== null; // else it is no time at all
  const forecast = minutes === null ? null : foreseeFinish(state, nowM, minutes);
  const leaving = forecast?.leavesOut.map(({ inject }) => inject) ?? [];
  const isAsPlanned = leaving.length === 0 && forecast?.due.length === 0 && isNear(minutes, consoleTimes(state, nowM));

  async function agree(event: FormEvent) {
    event.preventDefault();
    if (minutes === null || !forecast) return form.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    if (isAsPlanned) return close();
    const finish = { in_min: minutes, due: forecast.due };
    const reason = `Finish by ${time}`;
    if (await give({ type: 'leave_out_injects', injects: leaving, reason, finish }, pressM())) close();
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  }
  return (
    <Dialog title="Finish by…" onClose={close}>
      <form ref={form} className={s.fields} onSubmit={agree} onKeyDown={press}>
        <div className={f.when}>
          <TimeField
            label="Play ends at"
            time={time}
            isNeeded
            isFirst
            problem={hasPassed ? 'That time has passed. Write a later one.' : undefined}
            onChange={setTime}
          />
          <p aria-live="polite">{minutes !== null && `In ${plural(minutes, 'minute')}, on this laptop’s clock.`}</p>
        </div>
        {forecast && <Forecast forecast={forecast} />}
        <div className={s.foot}>
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={forecast === null}>
            {forecast ? agreeWords(leaving.length, isAsPlanned) : 'No time left to agree on'} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Forecast({ forecast: { keeps, leavesOut, neededMinutes, due, lost } }: { readonly forecast: FinishForecast }) {
  return (
    <div aria-live="polite" className={f.forecast}>
      <Lines title={`Still played: ${plural(keeps.length, 'inject')}, ${neededMinutes} min`} lines={keeps} />
      <Lines title={leavesOut.length === 0 ? 'Nothing is left out' : 'Left out'} lines={leavesOut} areOut />
      {lost.length > 0 && (
        <div>
          <h3 className="row-title warn">Would not be exercised</h3>
          <ul>
            {lost.map(({ id, text }) => (
              <li key={id}>
                <b>{id}</b> <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {due.length > 0 && (
        <p className="small quiet">
          {plural(due.length, 'inject')} will fall due earlier: {due.map(dueWords).join(', ')}.
        </p>
      )}
      {leavesOut.length > 0 && <p className="small quiet">What is left out can still be released.</p>}
    </div>
  );
}

const dueWords = ({ inject, to_min }: FinishForecast['due'][number]) => `${inject} at T+${to_min}`;

function agreeWords(leaving: number, isAsPlanned: boolean): string {
  if (leaving > 0) return `Leave out ${plural(leaving, 'inject')}`;
  return isAsPlanned ? 'Close: everything fits' : 'Agree: everything fits';
}

/** The field knows whole minutes of the day, so the end that holds already may be a minute off. */
const isNear = (minutes: number | null, { leftMinutes }: Pick<ConsoleTimes, 'leftMinutes'>) =>
  minutes !== null && Math.abs(minutes - Math.max(0, leftMinutes)) <= 1;

type LinesProps = { readonly title: string; readonly lines: readonly FinishLine[]; readonly areOut?: boolean };

function Lines({ title, lines, areOut = false }: LinesProps) {
  const { cover } = useLive('cover');
  return (
    <div>
      <h3 className="row-title">{title}</h3>
      <ul className={f.lines}>
        {lines.map(({ inject, title: name, ownMinutes, priority }) => (
          <li key={inject}>
            <span>{cover === 'none' ? <bdi>{name}</bdi> : inject}</span>
            <span className={`tiny nowrap ${areOut && priority === 'must' ? 'warn strong' : 'quiet'}`}>
              {priority}, {ownMinutes} min
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The time of day in so many minutes, as the field writes it. */
function clockIn(minutes: number): string {
  const at = new Date(Date.now() + minutes * minuteMs);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** Whole minutes from now; null for what is no time, or has passed. More than half a day back is tomorrow. */
function minutesUntil(time: string): number | null {
  const [hours, minutes] = (readTimeOfDay(time).time ?? '').split(':');
  if (hours === undefined || minutes === undefined) return null;
  const now = new Date();
  const ahead = Number(hours) * 60 + Number(minutes) - now.getHours() * 60 - now.getMinutes();
  if (ahead >= 0) return ahead;
  return ahead < -dayMinutes / 2 ? ahead + dayMinutes : null;
}
