import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Participant } from '#core/exercise/setup.ts';
import { roleNames } from '#core/report/term-words.ts';
import { roles } from '#core/scenario/vocabulary.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import styles from './plan.module.css';
import type { PeopleEditing } from './use-people.ts';
import type { PlanEditing } from './use-plan.ts';

type Props = {
  readonly at: number;
  readonly person: Participant;
  readonly editing: PlanEditing;
  readonly people: PeopleEditing;
};

export function PersonRow({ at, person, editing: { change, faultAt, flush }, people }: Props) {
  const save = () => void flush();
  function set(part: Partial<Participant>) {
    change((before) => ({
      ...before,
      participants: before.participants.map((other, place) => (place === at ? { ...other, ...part } : other)),
    }));
  }
  const roleName = roleNames[person.role];
  const who = person.name.trim() || `the empty line of ${roleName}`;
  return (
    <div className={styles.personRow} data-person={at}>
      <TextField
        label={`Name, ${roleName}`}
        isLabelHidden
        inPlace="Name"
        value={person.name}
        error={faultAt(`participants.${at}`)}
        onChange={(name) => set({ name })}
        onBlur={save}
        {...listKeys(at, person, people)}
      />
      <TextField
        label={`Position of ${who}`}
        isLabelHidden
        inPlace="Position"
        value={person.function ?? ''}
        onChange={(does) => set({ function: does })}
        onBlur={save}
      />
      <TextField
        label={`For whom ${who} stands in`}
        isLabelHidden
        inPlace="Stands in for"
        value={person.stands_in_for ?? ''}
        onChange={(absent) => set({ stands_in_for: absent })}
        onBlur={save}
      />
      <button type="button" className="button plain small" onClick={() => people.remove(at)}>
        Remove<span className="sr"> {who}</span>
      </button>
      {people.unsaid.has(at) && <FunctionChoice at={at} person={person} people={people} who={who} />}
    </div>
  );
}

type ChoiceProps = Pick<Props, 'at' | 'person' | 'people'> & { readonly who: string };

/** For somebody of whom the list said no function. */
function FunctionChoice({ at, person, people, who }: ChoiceProps) {
  return (
    <>
      <SelectField
        label={`Function of ${who}`}
        isLabelHidden
        value={person.role}
        options={roles.map((role) => ({ value: role, words: roleNames[role] }))}
        onChange={(chosen) => people.choose(at, roles.find((role) => role === chosen) ?? person.role)}
      />
      <span className={`small quiet ${styles.unsaid}`}>The list said no function: choose it here.</span>
    </>
  );
}

/** In a name Enter goes on to the next person, and a pasted list becomes people. */
function listKeys(at: number, { name, role }: Participant, { add, paste }: PeopleEditing) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || name.trim() === '') return;
      event.preventDefault();
      add(role);
    },
    onPaste: (event: ClipboardEvent) => {
      if (paste(at, event.clipboardData.getData('text/plain'))) event.preventDefault();
    },
  };
}
