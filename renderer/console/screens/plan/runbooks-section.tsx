import { listScriptRunbooks } from '#core/plan/script-runbooks.ts';
import { TextField } from '../../../parts/text-field.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

/** Those the script uses, and any others the plan already names. */
export function RunbooksSection({ editing: { scenario, form, settle, flush } }: { readonly editing: PlanEditing }) {
  const tested = listScriptRunbooks(scenario);
  const others = form.plan.runbooks.filter(({ id }) => !tested.some((book) => book.id === id));
  const rows = [...tested, ...others.map(({ id, title = '' }) => ({ id, title }))];
  if (rows.length === 0) return null;
  function set(id: string, version: string) {
    const known = form.plan.runbooks.find((book) => book.id === id);
    const rest = form.plan.runbooks.filter((book) => book.id !== id);
    const next = version === '' ? rest : [...rest, { ...known, id, version }];
    settle({ runbooks: next.sort((a, b) => a.id.localeCompare(b.id)) });
  }
  return (
    <Section title="Runbooks under test">
      <ul className={styles.books}>
        {rows.map(({ id, title }) => (
          <li key={id}>
            <span className="small">
              <b>{id}</b> <bdi>{title}</bdi>
            </span>
            <TextField
              label={`Version of ${id}`}
              isLabelHidden
              inPlace="Version"
              value={form.plan.runbooks.find((book) => book.id === id)?.version ?? ''}
              onChange={(version) => set(id, version)}
              onBlur={() => void flush()}
            />
          </li>
        ))}
      </ul>
      <p className="tiny quiet">The report names the version that was tested.</p>
    </Section>
  );
}
