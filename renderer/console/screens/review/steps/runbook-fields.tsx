import { useState } from 'react';
import { tellChangedSince } from '#core/report/runbook-changes/track-change.ts';
import { cutAtWord } from '#core/report/term-words.ts';
import type { FormValues } from '#core/review/forms/field.ts';
import type { Original } from '#core/runbooks/original.ts';
import { findStep, isSameText } from '#core/runbooks/step.ts';
import { SelectField } from '../../../../parts/select-field.tsx';
import type { Draw } from '../entry-form.tsx';
import css from '../review.module.css';

type Props = { readonly draw: Draw; readonly originals: readonly Original[] };

/** A step of the register is chosen; its text stands as the old one and, to be edited, as the new one. */
export function RunbookFields({ draw, originals }: Props) {
  const runbook = String(draw.values.runbook ?? '');
  const original = originals.find(({ id }) => id === runbook);
  const isOffered = original !== undefined && original.steps.length > 0;
  return (
    <div className={css.fields}>
      {draw.field('gap')}
      {draw.field('runbook')}
      {isOffered && <StepChoice draw={draw} original={original} />}
      {runbook !== '' && !original && (
        <p className="small quiet">
          {runbook} is not in the register as it was tested. Write step and old text by hand, or{' '}
          <a href={`#/runbooks/${runbook}`}>take its file in</a>.
        </p>
      )}
      {draw.rest('gap', 'runbook', ...(isOffered ? ['step'] : []))}
    </div>
  );
}

/** No step is named so. */
const otherStep = ' ';

function StepChoice({ draw, original }: { readonly draw: Draw; readonly original: Original }) {
  const { steps, id, version } = original;
  const [step, old] = [String(draw.values.step ?? ''), String(draw.values.old ?? '')];
  const [asksOther, setAsksOther] = useState(false);
  const chosen = findStep(steps, step);
  const isOther = asksOther || draw.values.type === 'add' || (chosen === undefined && step !== '');
  const since = chosen ? tellChangedSince({ step, old: old === '' ? undefined : old }, original) : '';
  return (
    <>
      <div className={css.wholeRow}>
        <SelectField
          label={`Step of ${id} ${version}`}
          value={isOther ? otherStep : (chosen?.step ?? '')}
          options={[
            { value: '', words: 'Choose a step' },
            ...steps.map((one) => ({ value: one.step, words: `${one.step}: ${cutAtWord(one.text, 90)}` })),
            { value: otherStep, words: 'Another one, or a new one: write its number' },
          ]}
          hint={isOther ? '' : 'Its text is filled in below: edit the new one.'}
          onChange={(value) => {
            setAsksOther(value === otherStep);
            draw.changeAll(fillIn(draw.values, original, value));
          }}
        />
        {since !== '' && <p className="small warn">{since}</p>}
      </div>
      {isOther && draw.field('step', 'Its number, such as 5a')}
    </>
  );
}

/** What somebody wrote as the new text stays; what only was the old one is replaced. */
function fillIn(values: FormValues, { steps }: Original, step: string): FormValues {
  const text = findStep(steps, step)?.text;
  const [old, proposed] = [String(values.old ?? ''), String(values.new ?? '')];
  const isUntouched = proposed === '' || isSameText(proposed, old);
  if (text === undefined) return { step: '', old: '', ...(isUntouched && { new: '' }) };
  return { step, old: text, ...(isUntouched && { new: text }), ...(!values.type && { type: 'change' }) };
}
