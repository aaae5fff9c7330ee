import { useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import type { Problem } from '#core/outcome.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

/** For a room without laptop or projector. */
export function PackSection({ editing }: { readonly editing: PlanEditing }) {
  const { isWriting, written, problem, notOpened, write, look, open } = usePack(editing);
  return (
    <Section title="Printed pack">
      <div className={styles.pack}>
        <p className="small quiet">
          For a room without laptop or projector: facilitator book, handouts, private slips, decision cards, capture
          sheet, feedback form; and, once a day is set, a calendar file for everybody, with nothing of the story.
        </p>
        <p className={styles.row}>
          <button type="button" className="button small" aria-disabled={isWriting} onClick={() => void write()}>
            {isWriting ? 'Writing…' : 'Write as Word files'}
          </button>
          <button type="button" className="button small" onClick={() => void look()}>
            Look at it and print
          </button>
        </p>
        {problem && <ProblemNotice problem={problem} takesFocus />}
        {written && (
          <p className="small" role="status">
            {written.files.length} files are in <bdi className={styles.path}>{notOpened ?? written.folder}</bdi>
            {notOpened === null ? '.' : ', which cannot be opened from here.'}{' '}
            <button type="button" className="link" onClick={() => void open()}>
              Open folder
            </button>
          </p>
        )}
      </div>
    </Section>
  );
}

function usePack({ script, flush, wrong }: PlanEditing) {
  const bridge = useBridge();
  const [, go] = useHashLocation();
  const [isWriting, setWriting] = useState(false);
  const [written, setWritten] = useState<WrittenDocuments | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notOpened, setNotOpened] = useState<string | null>(null);

  /** The papers are those of the saved plan. */
  async function save(): Promise<boolean> {
    setProblem(null);
    if (wrong > 0) setProblem({ ...unclear });
    else if (await flush()) return true;
    else setProblem({ ...unsaved });
    return false;
  }

  async function write() {
    if (isWriting || !(await save())) return;
    setWriting(true);
    const outcome = await bridge.write_pack({ script }).catch(() => ({ ok: false, problem: unreachable }) as const);
    setWriting(false);
    if (outcome.ok) setWritten(outcome.value);
    else setProblem(outcome.problem);
  }

  async function look() {
    if (await save()) go(`/pack/${script}`);
  }

  async function open() {
    const outcome = await bridge
      .open_pack_folder({ script })
      .catch(() => ({ ok: false, problem: unreachable }) as const);
    if (!outcome.ok) setProblem(outcome.problem);
    else setNotOpened(outcome.value.opened ? null : outcome.value.folder);
  }

  return { isWriting, written, problem, notOpened, write, look, open };
}

const unclear: Problem = {
  code: 'field_problems',
  message: 'No paper yet: a field of this page holds something that cannot be used.',
  hint: 'It is marked, and says what to write. Put it right and try again.',
};
const unsaved: Problem = {
  code: 'not_saved',
  message: 'No paper yet: the plan could not be saved first.',
  hint: 'What you typed is still here. Wait a moment and try again.',
};
const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer.',
  hint: 'Wait a moment and try again, or start Muster again.',
};
