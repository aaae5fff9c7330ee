import { useMemo } from 'react';
import { listStanding } from '#core/exercise/state.ts';
import { fieldsOfEntry } from '#core/review/forms/build-fields.ts';
import type { FormValues } from '#core/review/forms/field.ts';
import { readAmendment, valuesOfEntry } from '#core/review/forms/read-form.ts';
import { briefName } from '#core/review/list-references.ts';
import { type Draw, EntryForm } from './entry-form.tsx';
import { ReferredTo } from './referred-to.tsx';
import { useReviewed } from './review-context.tsx';

type Props = {
  readonly seq: number;
  readonly isMain?: boolean;
  readonly saveLabel?: string;
  readonly layout?: (draw: Draw) => React.ReactNode;
  readonly beside?: React.ReactNode;
  readonly onSaved?: () => void;
};

/** An entry as it stands now, to be corrected; what others cite is not changed under them, and what to do is offered. */
export function AmendForm({ seq, isMain = false, saveLabel = 'Save the change', layout, beside, onSaved }: Props) {
  const { state } = useReviewed();
  const entry = useMemo(() => listStanding(state).find((event) => event.seq === seq), [state, seq]);
  const fields = useMemo(() => (entry ? fieldsOfEntry(state, entry) : []), [state, entry]);
  if (!entry) return null;
  const about = briefName(state, entry);
  return (
    <>
      <ReferredTo seq={seq} about={about} />
      <EntryForm
        verb="amend_entry"
        name={`amend/${seq}`}
        label={`Change ${about}`}
        saveLabel={saveLabel}
        isMain={isMain}
        fields={fields}
        initial={valuesOfEntry(fields, entry)}
        read={(values: FormValues) => readAmendment(entry, fields, values)}
        ownSeq={seq}
        entry={entry}
        onSaved={onSaved}
        {...(layout ? { layout } : {})}
        beside={beside}
      />
    </>
  );
}
