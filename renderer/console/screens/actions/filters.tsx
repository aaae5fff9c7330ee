import { useMemo } from 'react';
import {
  type ActionFilter,
  noFilter,
  ownerOf,
  type StatusChoice,
  statusChoices,
} from '#core/actions/filter-actions.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { severityNames } from '#core/report/term-words.ts';
import { gapSeverities } from '#core/scenario/vocabulary.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import css from './actions.module.css';
import type { Register } from './use-register.ts';
import { roleWords, statusWords, tokenWords } from './words.ts';

type Props = {
  readonly register: Register;
  readonly filter: ActionFilter;
  readonly onFilter: (filter: ActionFilter) => void;
};
type Option = { readonly value: string; readonly words: string };

export function Filters({ register: { actions, titles }, filter, onFilter }: Props) {
  const choices = useMemo(() => listChoices(actions, titles), [actions, titles]);
  const set = (part: Partial<ActionFilter>) => onFilter({ ...filter, ...part });
  const isClear = Object.entries(noFilter).every(([field, value]) => filter[field as keyof ActionFilter] === value);
  return (
    <search className={css.filters}>
      <TextField
        label="Find"
        value={filter.text}
        onChange={(text) => set({ text })}
        inPlace="Words, a name, a number"
      />
      <SelectField
        label="Status"
        value={filter.status}
        options={statuses}
        onChange={(status) => set({ status: status as StatusChoice })}
      />
      <SelectField label="Owner" value={filter.owner} options={choices.owners} onChange={(owner) => set({ owner })} />
      <SelectField
        label="Capability"
        value={filter.capability}
        options={choices.capabilities}
        onChange={(capability) => set({ capability })}
      />
      <SelectField
        label="Exercise"
        value={filter.exercise}
        options={choices.exercises}
        onChange={(exercise) => set({ exercise })}
      />
      <SelectField
        label="Severity"
        value={filter.severity}
        options={severityChoices}
        onChange={(severity) => set({ severity })}
      />
      <div className={css.ticks}>
        <TickBox isOn={filter.isOverdue} onChange={(isOverdue) => set({ isOverdue })}>
          Overdue
        </TickBox>
        <TickBox isOn={filter.hasReturned} onChange={(hasReturned) => set({ hasReturned })}>
          Gap came back
        </TickBox>
        <button type="button" className="button plain" disabled={isClear} onClick={() => onFilter(noFilter)}>
          Clear
        </button>
      </div>
    </search>
  );
}

const any: Option = { value: '', words: 'Any' };
const statuses = statusChoices.map((value) => ({ value, words: statusWords(value) }));
const severityChoices = [any, ...gapSeverities.map((value) => ({ value, words: severityNames[value] }))];

/** Only what some action has. */
function listChoices(actions: readonly RegisteredAction[], titles: ReadonlyMap<string, string>) {
  const owners = new Map(actions.map((action) => [ownerOf(action), nameOf(action)]));
  const exercises = new Map(actions.map(({ exercise }) => [exercise, titles.get(exercise) ?? exercise]));
  const capabilities = new Map(actions.map(({ capability = '' }) => [capability, tokenWords(capability)]));
  return { owners: inOrder(owners), exercises: inOrder(exercises, true), capabilities: inOrder(capabilities) };
}

const nameOf = ({ owner_name, owner_role }: RegisteredAction) => owner_name ?? roleWords(owner_role) ?? '';

/** Two exercises of one title are told apart by their folders. */
function inOrder(words: ReadonlyMap<string, string>, isNamedByFolder = false): readonly Option[] {
  const count = Map.groupBy(words.values(), (word) => word);
  const isTwice = (word: string) => isNamedByFolder && (count.get(word)?.length ?? 0) > 1;
  const options = [...words].map(([value, word]) => ({ value, words: isTwice(word) ? `${word} (${value})` : word }));
  const known = options.filter(({ value }) => value !== '');
  return [any, ...known.toSorted((a, b) => a.words.localeCompare(b.words, 'en', { numeric: true }))];
}
