import { useMemo } from 'react';
import { listObjectiveScope, type ObjectiveScope } from '#core/plan/objective-scope.ts';
import { plural } from '#core/report/term-words.ts';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

export function ObjectivesSection({ editing }: { readonly editing: PlanEditing }) {
  const { scenario, form } = editing;
  const rows = useMemo(() => listObjectiveScope(scenario, form), [scenario, form]);
  return (
    <Section title="Objectives in scope" aside="Leaving one out leaves out the musts that serve no other">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">In</th>
            <th scope="col">Objective</th>
            <th scope="col" className="num">
              Tasks
            </th>
            <th scope="col" className="nowrap">
              At {form.plan.length_min} min
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ObjectiveRow key={row.objective.id} row={row} editing={editing} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function ObjectiveRow({ row, editing }: { readonly row: ObjectiveScope; readonly editing: PlanEditing }) {
  const { scenario, form, settle } = editing;
  const { objective, isInScope, tasks, of, goesWithIt } = row;
  const isLast = isInScope && form.plan.objectives.length === 1;
  function set(isOn: boolean) {
    const chosen = new Set(form.plan.objectives);
    if (isOn) chosen.add(objective.id);
    else chosen.delete(objective.id);
    settle({ objectives: scenario.objectives.map(({ id }) => id).filter((id) => chosen.has(id)) });
  }
  return (
    <tr>
      <td>
        <label className={styles.inScope}>
          <input type="checkbox" checked={isInScope} disabled={isLast} onChange={({ target }) => set(target.checked)} />
          <span className="strong">{objective.id}</span>
        </label>
      </td>
      <td>
        <bdi>{objective.text}</bdi>
        {goesWithIt.length > 0 && (
          <p className="tiny quiet">
            {isInScope ? 'Leaving it out takes away' : 'Out with it'}: <bdi>{goesWithIt.join(', ')}</bdi>
          </p>
        )}
        {isLast && <p className="tiny quiet">At least one objective stays.</p>}
      </td>
      <td className="num">
        {tasks} of {of}
      </td>
      <td className="nowrap">
        <ScopeState row={row} />
      </td>
    </tr>
  );
}

function ScopeState({ row: { isInScope, tasks, of } }: { readonly row: ObjectiveScope }) {
  if (!isInScope) return <span className="state todo quiet">Out of scope</span>;
  if (tasks === of) return <span className="state good">In full</span>;
  if (tasks === 0) return <span className="state warn">Not exercised</span>;
  return <span className="state warn">{plural(of - tasks, 'task')} missing</span>;
}
