import type { Participant } from '#core/exercise/setup.ts';
import { TextField } from '../../../parts/text-field.tsx';
import styles from './plan.module.css';
import type { PlanEditing } from './use-plan.ts';

type Props = {
  readonly at: number;
  readonly person: Participant;
  readonly roleName: string;
  readonly editing: PlanEditing;
};

export function PersonRow({ at, person, roleName, editing: { change, faultAt, flush } }: Props) {
  const save = () => void flush();
  function set(part: Partial<Participant>) {
    change((before) => ({
      ...before,
      participants: before.participants.map((other, place) => (place === at ? { ...other, ...part } : other)),
    }));
  }
  function remove() {
    change((before) => ({ ...before, participants: before.participants.filter((_, place) => place !== at) }));
  }
  const who = person.name.trim() || `the empty line of ${roleName}`;
  return (
    <div className={styles.personRow}>
      <TextField
        label={`Name, ${roleName}`}
        isLabelHidden
        inPlace="Name"
        value={person.name}
        error={faultAt(`participants.${at}`)}
        onChange={(name) => set({ name })}
        onBlur={save}
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
      <button type="button" className="button plain small" onClick={remove}>
        Remove<span className="sr"> {who}</span>
      </button>
    </div>
  );
}
