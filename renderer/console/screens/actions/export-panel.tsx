import { useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import { type ExportTarget, exportTargets, targetNames } from '#core/actions/exports/export-file.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { plural } from '#core/report/term-words.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { SelectField } from '../../../parts/select-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';
import { WrittenFiles } from '../../written-files.tsx';
import shared from '../register/register.module.css';
import css from './actions.module.css';
import type { Register } from './use-register.ts';

type Props = { readonly register: Register; readonly found: readonly RegisteredAction[] };

/** `named`: the process of that organisation calls it otherwise. */
type DueField = 'due_date' | 'named' | 'none';
const dueFields: readonly { readonly value: DueField; readonly words: string }[] = [
  { value: 'due_date', words: 'The process has the field Due Date' },
  { value: 'named', words: 'It has another field for it' },
  { value: 'none', words: 'It has none: the date goes into the description' },
];
const targets = exportTargets.map((value) => ({ value, words: targetNames[value] }));

const hints: Readonly<Record<ExportTarget, string>> = {
  csv: 'Every column of the register, for a spreadsheet or another program.',
  jira: 'Choose the date format yyyy-MM-dd in the import. Owners are found by their e-mail address.',
  azure: 'At most 1,000 actions a file. Everything arrives as New.',
  gitlab: 'Labels are set by a quick action in the description.',
  github: 'Issues as JSON lines, and a script of gh commands: read it, then run it yourself.',
};

/** The actions that are listed, in their order, as files for a tracker. Nothing is sent anywhere. */
export function ExportPanel({ register, found }: Props) {
  const [target, setTarget] = useState<ExportTarget>('csv');
  const [due, setDue] = useState<DueField>('due_date');
  const [field, setField] = useState('Target Date');
  const [bom, setBom] = useState(false);
  const bridge = useBridge();
  const { written, problem, isBusy, write } = useExport(register, found);
  const dueField = { due_date: 'Due Date', named: field, none: null }[due];
  return (
    <details className={css.export}>
      <summary className="link">Export what is listed</summary>
      <div className={shared.form}>
        <SelectField
          label="For"
          value={target}
          options={targets}
          hint={hints[target]}
          onChange={(value) => setTarget(value as ExportTarget)}
        />
        {target === 'azure' && (
          <SelectField
            label="Due date"
            value={due}
            options={dueFields}
            onChange={(value) => setDue(value as DueField)}
          />
        )}
        {target === 'azure' && due === 'named' && (
          <TextField label="Name of the field" value={field} onChange={setField} />
        )}
        {target !== 'github' && (
          <TickBox isOn={bom} onChange={setBom}>
            Begin with a byte order mark: for a spreadsheet that shows é as Ã©
          </TickBox>
        )}
        <p className={css.save}>
          <button
            type="button"
            className="button"
            aria-disabled={isBusy || found.length === 0}
            onClick={() => void write(target, dueField, bom && target !== 'github')}
          >
            Write {plural(found.length, 'action')}
          </button>
        </p>
        {problem && <ProblemNotice problem={problem} takesFocus />}
        <WrittenFiles written={written} onOpen={() => bridge.open_actions_folder({}).catch(failed)} />
      </div>
    </details>
  );
}

function useExport({ isSample }: Register, found: readonly RegisteredAction[]) {
  const bridge = useBridge();
  const [outcome, setOutcome] = useState<Outcome<WrittenDocuments> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const write = async (target: ExportTarget, dueField: string | null, bom: boolean) => {
    if (isBusy || found.length === 0) return;
    setBusy(true);
    const origins = found.map(({ origin }) => origin);
    setOutcome(await bridge.export_actions({ isSample, origins, target, dueField, bom }).catch(failed));
    setBusy(false);
  };
  const problem: Problem | null = outcome?.ok === false ? outcome.problem : null;
  return { written: outcome?.ok ? outcome.value : null, problem, isBusy, write };
}

const failed = (): Outcome<never> => ({ ok: false, problem: unreachable });
