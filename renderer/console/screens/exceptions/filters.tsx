import { memo, useMemo } from 'react';
import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { stateNames } from '#core/exceptions/exception-words.ts';
import {
  type ExceptionFilter,
  nobody,
  noFilter,
  ownerOf,
  type StateChoice,
  stateChoices,
} from '#core/exceptions/filter-exceptions.ts';
import { capitalise, severityNames } from '#core/report/term-words.ts';
import { gapSeverities } from '#core/scenario/vocabulary.ts';
import { exceptionFlags } from '#core/scorecard/figures/exception-flags.ts';
import { flagWords } from '#core/scorecard/page/flag-words.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import css from './exceptions.module.css';
import type { Exceptions } from './use-exceptions.ts';

type Props = {
  readonly register: Exceptions;
  readonly filter: ExceptionFilter;
  readonly onFilter: (filter: ExceptionFilter) => void;
};
type Option = { readonly value: string; readonly words: string };

const any: Option = { value: '', words: 'Any' };
const risks: readonly Option[] = [any, ...gapSeverities.map((value) => ({ value, words: severityNames[value] }))];
const states: readonly Option[] = stateChoices.map((value) => ({ value, words: stateWords(value) }));

export const Filters = memo(function Filters({ register: { exceptions, file }, filter, onFilter }: Props) {
  const owners = useMemo(() => listOwners(exceptions), [exceptions]);
  const within = file?.expiringWithinDays ?? 30;
  const flags = useMemo(
    () => [
      any,
      { value: 'red', words: 'Any red one' },
      ...exceptionFlags.map((value) => ({ value, words: capitalise(flagWords(value, within)) })),
    ],
    [within],
  );
  const set = (part: Partial<ExceptionFilter>) => onFilter({ ...filter, ...part });
  const isClear = Object.entries(noFilter).every(([field, value]) => filter[field as keyof ExceptionFilter] === value);
  return (
    <search className={css.filters}>
      <TextField
        label="Find"
        value={filter.text}
        onChange={(text) => set({ text })}
        inPlace="Words, a name, an id, a ticket"
      />
      <SelectField
        label="State"
        value={filter.state}
        options={states}
        onChange={(state) => set({ state: state as StateChoice })}
      />
      <SelectField label="Risk" value={filter.risk} options={risks} onChange={(risk) => set({ risk })} />
      <SelectField
        label="Flag"
        value={filter.flag}
        options={flags}
        onChange={(flag) => set({ flag: flag as ExceptionFilter['flag'] })}
      />
      <SelectField label="Owner" value={filter.owner} options={owners} onChange={(owner) => set({ owner })} />
      <button
        type="button"
        className={`button plain ${css.clear}`}
        disabled={isClear}
        onClick={() => onFilter(noFilter)}
      >
        Clear
      </button>
    </search>
  );
});

function stateWords(state: StateChoice): string {
  if (state === 'open') return 'In force or waiting';
  return state === 'all' ? 'All' : capitalise(stateNames[state]);
}

/** Each as its first writer wrote it. */
function listOwners(exceptions: readonly RegisteredException[]): readonly Option[] {
  const names = new Map(
    exceptions.map((one) => [ownerOf(one), one.row?.owner ?? 'Nobody']).reverse() as [string, string][],
  );
  const known = [...names].filter(([value]) => value !== nobody).map(([value, words]) => ({ value, words }));
  const none = names.has(nobody) ? [{ value: nobody, words: 'Nobody' }] : [];
  return [any, ...none, ...known.toSorted((a, b) => a.words.localeCompare(b.words, 'en', { numeric: true }))];
}
