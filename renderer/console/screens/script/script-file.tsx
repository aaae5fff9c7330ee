import { useState } from 'react';
import type { ScriptCheck } from '#contract/programme.ts';
import type { Problem } from '#core/outcome.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';
import { copyText } from '../../copy-text.ts';
import type { Followed } from './follow-check.ts';
import styles from './script.module.css';

type Props = {
  readonly script: string;
  readonly check: ScriptCheck;
  readonly followed: Followed;
  /** What it found, counted. */
  readonly found: string;
  readonly checkNow: () => Promise<void>;
};

/** Where the script lies, the way to change it, and when it was checked. */
export function ScriptFile({ script, check, followed, found, checkNow }: Props) {
  const { file, isOwn } = check;
  const acts = useFileActs(script, checkNow);
  const { checkedAt, changedAt } = followed;
  return (
    <section className={styles.file} aria-label="The script's file">
      <div className={styles.fileRow}>
        <p className="small">
          {isOwn ? 'Your own script: ' : 'Came with Muster. To change it, copy it first: '}
          <bdi className={styles.path}>{file}</bdi>
        </p>
        <div className={styles.fileActs}>
          <button type="button" className="button" onClick={() => void (isOwn ? acts.open() : acts.copy())}>
            {isOwn ? 'Open in editor' : 'Copy into my scripts'}
          </button>
          {isOwn && (
            <button type="button" className="button plain" onClick={() => void acts.copyPath(file)}>
              Copy path
            </button>
          )}
        </div>
      </div>
      <p className="tiny quiet">
        Checked {checkedAt}, and again by itself when the file changes.{' '}
        <b role="status">{changedAt !== null && `Changed at ${changedAt}: ${found}.`}</b>
      </p>
      <p role="status" className="small">
        {acts.said}
      </p>
      {acts.problem && <ProblemNotice problem={acts.problem} takesFocus />}
    </section>
  );
}

function useFileActs(script: string, checkNow: () => Promise<void>) {
  const bridge = useBridge();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const tell = (words: string, wrong: Problem | null = null) => {
    setSaid(words);
    setProblem(wrong && { ...wrong });
  };
  const lost = () => ({ ok: false, problem: unreachable }) as const;

  return {
    said,
    problem,
    open: async () => {
      const outcome = await bridge.open_script({ script }).catch(lost);
      if (!outcome.ok) return tell('', outcome.problem);
      const { opened } = outcome.value;
      tell(opened ? 'Opened. Save it there, and it is checked here.' : notOpened);
    },
    copy: async () => {
      const outcome = await bridge.copy_script({ script }).catch(lost);
      await checkNow();
      if (!outcome.ok) return tell('', outcome.problem);
      tell('Copied. Your copy now stands in the programme in the place of the bundled script.');
    },
    copyPath: async (file: string) =>
      tell((await copyText(file)) ? 'The path is copied.' : 'It could not be copied. Select the path above.'),
  };
}

const notOpened =
  'It cannot be opened from here. Copy its path and open it in your editor; it is checked when you save.';
