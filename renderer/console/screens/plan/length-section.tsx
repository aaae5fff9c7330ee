import { useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  listLengthChoices,
  type SessionSummary,
  summariseSession,
  withoutObjective,
} from '#core/plan/session-summary.ts';
import { plural } from '#core/report/term-words.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { LengthBars } from './length-bars.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

export function LengthSection({ editing }: { readonly editing: PlanEditing }) {
  const { scenario, form } = editing;
  const summary = useMemo(() => summariseSession(scenario, form), [scenario, form]);
  const sum = useRef<HTMLParagraphElement>(null);
  return (
    <Section
      title="Length"
      aside={`The script holds ${scenario.duration_min} min. Discussion minutes are never squeezed.`}
    >
      <div className={styles.length}>
        <LengthChoice editing={editing} />
        <OwnLength editing={editing} />
      </div>
      <p ref={sum} tabIndex={-1} className={`small ${styles.sum}`} aria-live="polite">
        <b>
          {summary.kept} of {plural(summary.of, 'inject')}, {summary.minutes} min.
        </b>{' '}
        <span className="quiet">
          Then {scenario.hotwash_min} min hot wash, the talk right afterwards, so keep the room for{' '}
          {(summary.tooShort?.minimum ?? form.plan.length_min) + scenario.hotwash_min} min.
        </span>
      </p>
      <LengthBars summary={summary} />
      {summary.tooShort ? (
        <TooShort editing={editing} tooShort={summary.tooShort} onDone={() => sum.current?.focus()} />
      ) : (
        <LeftOut summary={summary} />
      )}
    </Section>
  );
}

function LengthChoice({ editing: { scenario, form, settle } }: { readonly editing: PlanEditing }) {
  const name = useId();
  const choices = useMemo(() => listLengthChoices(scenario, form), [scenario, form]);
  if (choices.length === 0) return null;
  return (
    <div role="radiogroup" aria-label="Minutes of play" className={styles.choice}>
      {choices.map(({ minutes, injects }) => (
        <label key={minutes}>
          <input
            type="radio"
            className="sr"
            name={name}
            checked={form.plan.length_min === minutes}
            onChange={() => settle({ length_min: minutes })}
          />
          <b>{minutes} min</b>
          <span>{plural(injects, 'inject')}</span>
        </label>
      ))}
    </div>
  );
}

/** Whole minutes count as they are typed; what is no number of minutes stays until it is one, or another length is chosen. */
function OwnLength({ editing: { form, settle, flush } }: { readonly editing: PlanEditing }) {
  const { length_min } = form.plan;
  const [{ text: typed, of: typedFor }, setDraft] = useState({ text: String(length_min), of: length_min });
  if (typedFor !== length_min) setDraft({ text: String(length_min), of: length_min });
  function read(text: string) {
    const of = isMinutes(text) ? Number(text) : length_min;
    setDraft({ text, of });
    if (of !== length_min) settle({ length_min: of });
  }
  return (
    <div className={styles.own}>
      <TextField
        label="Or your own minutes"
        value={typed}
        onChange={read}
        onBlur={() => void flush()}
        error={
          isMinutes(typed)
            ? undefined
            : `Write whole minutes from 1 to 9999, such as 120. ${length_min} is kept until then.`
        }
      />
    </div>
  );
}

function isMinutes(text: string): boolean {
  return /^[1-9]\d{0,3}$/.test(text.trim());
}

function LeftOut({ summary: { leftOut, more } }: { readonly summary: SessionSummary }) {
  if (leftOut.length === 0) return <p className={`small ${styles.after}`}>Nothing is left out.</p>;
  return (
    <div className={`small ${styles.after}`}>
      <details>
        <summary>
          <b>{plural(leftOut.length, 'inject')} left out.</b> Later injects move up.
          {more && ` ${more.minutes} more minutes would bring back “${more.title}”.`}
        </summary>
        <ul className={styles.leftOut}>
          {leftOut.map(({ title, because }) => (
            <li key={title}>
              <bdi>{title}</bdi> <span className="quiet">{becauseWords[because]}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const becauseWords = {
  length: 'does not fit the length',
  objective: 'serves only objectives that are out',
  profile: 'does not apply to your organisation',
} as const;

type TooShortProps = {
  readonly editing: PlanEditing;
  readonly tooShort: NonNullable<SessionSummary['tooShort']>;
  /** There is nothing more to press here. */
  readonly onDone: () => void;
};

/** After any press the musts fit, and the offers are gone. */
function TooShort({ editing: { form, settle, change }, tooShort: { minimum, droppable }, onDone }: TooShortProps) {
  const hasMore = form.plan.objectives.length > 1;
  const offered = hasMore ? droppable : [];
  function press(take: () => void) {
    flushSync(take);
    onDone();
  }
  return (
    <div className={styles.short}>
      <p>
        <span className="state warn">Too short:</span> the musts need <b>{minimum} min</b>, and minutes are never
        squeezed. Take more time
        {offered.length > 0 ? ', or leave out an objective and its musts with it' : ''}.
        {hasMore && offered.length === 0 && ' Leaving out one objective is not enough: untick several below.'}
      </p>
      <div className={styles.row}>
        <button type="button" className="button small" onClick={() => press(() => settle({ length_min: minimum }))}>
          Take {minimum} min
        </button>
        {offered.map(({ objective, minimum: then }) => (
          <button
            key={objective}
            type="button"
            className="button small"
            onClick={() => press(() => change((before) => withoutObjective(before, objective)))}
          >
            Leave out {objective}: {then} min
          </button>
        ))}
      </div>
    </div>
  );
}
