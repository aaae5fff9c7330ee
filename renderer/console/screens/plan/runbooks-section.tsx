import { useCallback } from 'react';
import { longDate } from '#core/local-time.ts';
import { listPlannedRunbooks, type RunbookAdvice } from '#core/plan/retests.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

/** What the register knows of each stands below it. */
export function RunbooksSection({ editing: { scenario, form, settle, flush } }: { readonly editing: PlanEditing }) {
  const bridge = useBridge();
  const shelves = useRequest(useCallback(() => bridge.load_runbooks({}), [bridge]));
  const shelf = shelves.at === 'there' ? shelves.value[form.sample ? 'samples' : 'own'] : null;
  const rows = listPlannedRunbooks(shelf?.lines ?? [], scenario, form);
  if (rows.length === 0) return null;
  function set(id: string, version: string, approvedOn: string | null = null) {
    const { approved_on: _, ...known } = form.plan.runbooks.find((book) => book.id === id) ?? {};
    const rest = form.plan.runbooks.filter((book) => book.id !== id);
    const next = { ...known, id, version, ...(approvedOn !== null && { approved_on: approvedOn }) };
    settle({ runbooks: (version === '' ? rest : [...rest, next]).sort((a, b) => a.id.localeCompare(b.id)) });
  }
  return (
    <Section title="Runbooks under test">
      <ul className={styles.books}>
        {rows.map(({ id, title, advice }) => {
          const { version = '', approved_on: approvedOn } = form.plan.runbooks.find((book) => book.id === id) ?? {};
          return (
            <li key={id}>
              <span className="small">
                <b>{id}</b> <bdi>{title}</bdi>
                {advice && <Advice {...{ id, advice, version, approvedOn }} onUse={set} />}
              </span>
              <TextField
                label={`Version of ${id}`}
                isLabelHidden
                inPlace="Version"
                value={version}
                onChange={(typed) => set(id, typed)}
                onBlur={() => void flush()}
              />
            </li>
          );
        })}
      </ul>
      <p className="tiny quiet">The report names the version that was tested.</p>
    </Section>
  );
}

type AdviceProps = {
  readonly id: string;
  readonly advice: RunbookAdvice;
  readonly version: string;
  readonly approvedOn: string | undefined;
  readonly onUse: (id: string, version: string, approvedOn: string | null) => void;
};

function Advice({ id, advice, version, approvedOn, onUse }: AdviceProps) {
  const isOtherDay = approvedOn !== undefined && advice.approvedOn !== null && approvedOn !== advice.approvedOn;
  return (
    <>
      {advice.version === version && isOtherDay && advice.approvedOn !== null && (
        <span className={`tiny warn ${styles.retest}`}>
          This plan has it approved on {longDate(approvedOn)}, the register on {longDate(advice.approvedOn)}.{' '}
          <button type="button" className="link" onClick={() => onUse(id, advice.version, advice.approvedOn)}>
            Use the register’s day
          </button>
        </span>
      )}
      {advice.version !== version && (
        <button type="button" className="link" onClick={() => onUse(id, advice.version, advice.approvedOn)}>
          {' '}
          Use {advice.version}, in force
        </button>
      )}
      {advice.retest && <span className={`tiny warn ${styles.retest}`}>{advice.retest}</span>}
    </>
  );
}
