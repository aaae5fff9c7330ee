import { useMemo } from 'react';
import { type FunctionRow, listFunctions } from '#core/plan/functions-present.ts';
import { plural, roleNames } from '#core/report/term-words.ts';
import type { Role } from '#core/scenario/vocabulary.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { PersonRow } from './person-row.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import { type PeopleEditing, usePeople } from './use-people.ts';
import type { PlanEditing } from './use-plan.ts';

export function PeopleSection({ editing }: { readonly editing: PlanEditing }) {
  const { scenario, form, settle, flush } = editing;
  const people = usePeople(editing);
  const rows = useMemo(() => listFunctions(scenario, form), [scenario, form]);
  const named = form.participants.filter(({ name }) => name.trim() !== '').length;
  const missing = rows.filter(({ isMissing }) => isMissing).length;
  return (
    <Section
      title="People"
      aside={`${plural(named, 'person', 'people')}${missing > 0 ? `, ${plural(missing, 'function')} missing` : ''}`}
    >
      <p className={`small quiet ${styles.many}`}>
        Many people? Paste a list into a name: one a line, such as “Ada Weiß; Legal; General counsel”. Function and
        position may be missing.
      </p>
      <p role="status" className={`small strong ${people.told === '' ? '' : styles.many}`}>
        {people.told}
      </p>
      <div ref={people.place}>
        {rows.map((row) => (
          <FunctionBlock key={row.role} row={row} editing={editing} people={people} />
        ))}
      </div>
      <div className={styles.evaluator}>
        <TextField
          label="How the report names the evaluator"
          value={form.plan.evaluator ?? ''}
          inPlace="Such as: Sam Reyes, internal audit, independent of the players"
          onChange={(evaluator) => settle({ evaluator })}
          onBlur={() => void flush()}
        />
      </div>
    </Section>
  );
}

type BlockProps = { readonly row: FunctionRow; readonly editing: PlanEditing; readonly people: PeopleEditing };

function FunctionBlock({ row, editing, people }: BlockProps) {
  const { role, isMissing } = row;
  const name = roleNames[role];
  return (
    <fieldset aria-label={name} className={`${styles.person} ${isMissing ? styles.miss : ''}`}>
      <div className={styles.role}>
        <span className="strong">{name}</span>
      </div>
      <div className={styles.rows}>
        {row.people.map(({ at, participant }) => (
          <PersonRow key={at} at={at} person={participant} editing={editing} people={people} />
        ))}
        <RowWords row={row} role={role} />
      </div>
      <button type="button" className={`link ${styles.add}`} data-add={role} onClick={() => people.add(role)}>
        {row.people.length === 0 ? 'Add a person' : 'Add another'}
        <span className="sr"> as {name}</span>
      </button>
    </fieldset>
  );
}

function RowWords({ row, role }: { readonly row: FunctionRow; readonly role: Role }) {
  const { people, isMissing } = row;
  const name = roleNames[role];
  if (isMissing) {
    return (
      <span className={`state warn small ${styles.missWords}`}>
        {name} is not invited; you will have to play {role === 'IC' ? 'this part' : 'them'} in{' '}
        {plural(row.injects, 'inject')}.
      </span>
    );
  }
  if (people.length > 0) return null;
  return <span className="small quiet">{emptyWords(row)}</span>;
}

function emptyWords({ kind, role, injects, isInvited }: FunctionRow): string {
  if (role === 'FAC') return 'Nobody yet. That is you, as a rule.';
  if (role === 'EVAL') return 'Nobody yet. Somebody who does not play sees more.';
  if (role === 'SCRIBE') return 'Nobody yet. Optional: writes along while you lead.';
  if (injects === 0 && isInvited)
    return 'Nobody yet. Optional: the story has a part for them; you play it where nobody comes.';
  if (kind === 'player' || injects === 0) return 'Nobody yet. Not needed: this script asks nothing of them.';
  return `Nobody yet. Optional, asked in ${plural(injects, 'inject')}.`;
}
