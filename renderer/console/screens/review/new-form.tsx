import { type ReactNode, useMemo } from 'react';
import { fieldsOfCommand } from '#core/review/forms/build-fields.ts';
import { emptyValues, type FormValues } from '#core/review/forms/field.ts';
import { readForm } from '#core/review/forms/read-form.ts';
import { type FormVerb, reviewPlaces } from '#core/review/review-places.ts';
import { type Draw, EntryForm } from './entry-form.tsx';
import { useReviewed } from './review-context.tsx';

type Props = {
  readonly verb: FormVerb;
  /** What the screen knows already: the gap of an action, the objective that is rated. */
  readonly fixed?: Readonly<Record<string, string | number>>;
  /** Tells forms of one verb apart. */
  readonly about?: string | null;
  readonly initial?: FormValues;
  readonly label?: string;
  readonly saveLabel?: string;
  readonly isMain?: boolean;
  readonly isRepeated?: boolean;
  readonly layout?: (draw: Draw) => ReactNode;
  readonly beside?: ReactNode;
};

/** Records something new; its fields and its words come from the tables, so no verb can be left out by hand. */
export function NewForm({ verb, fixed = {}, about = null, initial, label, saveLabel, ...rest }: Props) {
  const { state } = useReviewed();
  const all = useMemo(() => fieldsOfCommand(state, verb), [state, verb]);
  const fields = all.filter(({ name }) => !(name in fixed));
  const { does } = reviewPlaces[verb];
  const named = label ?? (about ? `${does}, ${about}` : does);
  return (
    <EntryForm
      {...rest}
      verb={verb}
      name={draftNameOf(verb, about)}
      label={named}
      saveLabel={saveLabel ?? does}
      fields={fields}
      initial={{ ...emptyValues(fields), ...initial }}
      read={(values) => readForm(verb, fields, values, fixed)}
    />
  );
}

export function draftNameOf(verb: string, about: string | null): string {
  return about === null ? verb : `${verb}/${about}`;
}
