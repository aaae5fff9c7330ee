import { useId } from 'react';
import { tellGap } from '#core/report/gap-statement.ts';
import type { Field } from '#core/review/forms/field.ts';
import { SegmentField } from '../../../../parts/form/segment-field.tsx';
import type { Draw } from '../entry-form.tsx';
import css from './gap-fields.module.css';

const sentenceParts = [
  { name: 'when', word: 'When', label: 'the cue' },
  { name: 'missing', word: 'missing', label: 'which document or arrangement did not provide what' },
  { name: 'effect', word: 'so', label: 'the effect seen in the exercise' },
] as const;

const laidOut = ['title', 'when', 'missing', 'effect', 'evidence', 'severity', 'element', 'condition', 'capability'];

/** A gap as one sentence to complete: cue, what was missing, effect. */
export function GapFields({ draw, severity }: { readonly draw: Draw; readonly severity: Field | undefined }) {
  return (
    <>
      {draw.field('title')}
      <Sentence draw={draw} />
      <p className={css.advice}>{adviceFor(draw)}</p>
      {draw.field('evidence')}
      <div className={css.picks}>
        {severity ? (
          <SegmentField
            field={severity}
            value={String(draw.values.severity ?? '')}
            onChange={(value) => draw.change('severity', value)}
          />
        ) : null}
        {draw.field('element')}
        {draw.field('condition')}
        {draw.field('objective')}
        {draw.field('capability')}
      </div>
      <details className={css.more}>
        <summary>Control, CSF subcategory, workaround, who wrote it</summary>
        <div className={css.rest}>{draw.rest(...laidOut, 'objective')}</div>
      </details>
    </>
  );
}

function Sentence({ draw }: { readonly draw: Draw }) {
  const id = useId();
  return (
    <div className={css.sentence}>
      {sentenceParts.map(({ name, word, label }) => (
        <span key={name} className={css.part}>
          <label className={css.word} htmlFor={`${id}-${name}`}>
            {word}
            <span className="sr">: {label}</span>
          </label>
          <textarea
            id={`${id}-${name}`}
            name={name}
            className={css.slot}
            dir="auto"
            rows={1}
            placeholder={placeholders[name]}
            value={String(draw.values[name] ?? '')}
            onChange={(event) => draw.change(name, event.currentTarget.value)}
          />
        </span>
      ))}
    </div>
  );
}

const placeholders = {
  when: 'the cue: what had just happened',
  missing: 'the arrangement did not provide what was needed',
  effect: 'the effect seen, with a number',
} as const;

/** What the sentence still lacks, said once and in order. */
function adviceFor({ values }: Draw): string {
  const has = (name: string) => String(values[name] ?? '').trim() !== '';
  if (!has('when')) return 'Cue: say what had just happened when the gap was felt.';
  if (!has('missing')) return 'Arrangement and need: say which document or arrangement did not provide what.';
  if (!has('effect')) return 'Effect: say what was seen in the exercise, with a number if there is one.';
  return `In the report: ${tellGap({
    title: String(values.title),
    when: String(values.when),
    missing: String(values.missing),
    effect: String(values.effect),
  })}`;
}
