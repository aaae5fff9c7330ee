import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import type { Field, FormValues } from '#core/review/forms/field.ts';
import { FormField } from '../../../parts/form/form-field.tsx';
import css from './review.module.css';
import { useReviewed } from './review-context.tsx';
import { type FormNeeds, useEntryForm } from './use-entry-form.ts';
import { useWording } from './use-wording.ts';

/** Draws one field by name, in whatever place a layout has for it. */
export type Draw = {
  readonly values: FormValues;
  readonly change: ReturnType<typeof useEntryForm>['change'];
  readonly changeAll: ReturnType<typeof useEntryForm>['changeAll'];
  /** `label`: in the place of its own, where a question stands before it. */
  readonly field: (name: string, label?: string) => ReactNode;
  readonly rest: (...except: readonly string[]) => ReactNode;
};

type Props = FormNeeds & {
  readonly verb: WindowCommand['type'];
  readonly label: string;
  readonly saveLabel: string;
  /** The one filled button of the screen. */
  readonly isMain?: boolean;
  /** Empty again after saving, ready for the next one. */
  readonly isRepeated?: boolean;
  readonly layout?: (draw: Draw) => ReactNode;
  readonly beside?: ReactNode;
  /** `seq` of the entry itself, which is no evidence for itself. */
  readonly ownSeq?: number;
  /** The kind of entry that is changed, where the verb does not tell. */
  readonly entry?: SavedEvent;
};

export function EntryForm(props: Props) {
  const { verb, label, saveLabel, isMain = false, isRepeated = false, layout, beside, ownSeq, fields, entry } = props;
  const { whyNot, evidence } = useReviewed();
  const wordingOf = useWording(entry?.type ?? verb, entry);
  const form = useEntryForm(props);
  const place = useRef<HTMLFormElement>(null);
  const reason = whyNot(verb);
  const cited = evidence.filter(({ reference }) => reference !== `#${ownSeq}`);

  async function save(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    const trouble = await form.save();
    const wrong = trouble?.field && place.current?.querySelector<HTMLElement>(`[name="${trouble.field}"]`);
    if (wrong) wrong.focus();
    else if (!trouble && isRepeated) focusFirst(place.current);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
  }
  function drawField(field: Field) {
    const wrong = form.trouble?.field === field.name ? form.trouble.problem.message : null;
    const value = form.values[field.name] ?? '';
    const change = form.change.bind(null, field.name);
    return (
      <FormField
        key={field.name}
        field={field}
        value={value}
        onChange={change}
        evidence={cited}
        problem={wrong}
        wording={wordingOf(field.name)}
      />
    );
  }
  const draw: Draw = {
    values: form.values,
    change: form.change,
    changeAll: form.changeAll,
    field: (name, label) =>
      fields.filter((field) => field.name === name).map((field) => drawField(label ? { ...field, label } : field)),
    rest: (...except) => fields.filter((field) => !except.includes(field.name)).map(drawField),
  };
  return (
    <form
      ref={place}
      className={css.form}
      data-verb={verb}
      aria-label={label}
      noValidate
      onSubmit={save}
      onKeyDown={onKeyDown}
    >
      <fieldset disabled={reason !== null} className={css.fieldset}>
        {layout ? layout(draw) : <div className={css.fields}>{draw.rest()}</div>}
        <FormFoot form={form} reason={reason} saveLabel={saveLabel} isMain={isMain} beside={beside} />
      </fieldset>
    </form>
  );
}

function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

type FootProps = {
  readonly form: ReturnType<typeof useEntryForm>;
  readonly reason: string | null;
  readonly saveLabel: string;
  readonly isMain: boolean;
  readonly beside: ReactNode;
};

/** The button, and beside it what became of the last press; the page does not grow. */
function FormFoot({ form, reason, saveLabel, isMain, beside }: FootProps) {
  const { trouble, isSaved, isTyped, discard } = form;
  return (
    <div className={css.foot}>
      <button type="submit" className={isMain ? 'button primary' : 'button'} disabled={reason !== null}>
        {saveLabel}
      </button>
      {beside}
      {isTyped ? (
        <button
          type="button"
          className="button plain"
          onClick={({ currentTarget: { form: around } }) => {
            discard();
            focusFirst(around); // this button goes
          }}
        >
          Discard what I typed
        </button>
      ) : null}
      <div className={css.told}>
        {reason === null ? null : <p className="quiet">{reason}</p>}
        <div role="alert">
          {trouble ? (
            <p>
              <span className="bad strong">{trouble.problem.message}</span> {trouble.problem.hint}
            </p>
          ) : null}
        </div>
        <div role="status">{isSaved ? <span className="state good">Saved</span> : null}</div>
      </div>
    </div>
  );
}
