import { useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import type { Outcome } from '#core/outcome.ts';
import css from './written-files.module.css';

type Props = {
  /** null: nothing was written yet. */
  readonly written: WrittenDocuments | null;
  readonly onOpen: () => Promise<Outcome<{ readonly opened: boolean }>>;
};

/** What was written where, and the way to its folder. */
export function WrittenFiles({ written, onOpen }: Props) {
  const [notOpened, setNotOpened] = useState(false);
  const open = async () => {
    const opened = await onOpen();
    setNotOpened(!opened.ok || !opened.value.opened);
  };
  return (
    <div role="status" className="small">
      {written && (
        <>
          <p>
            Written: <span className="strong">{written.files.map(({ name }) => name).join(', ')}</span>
          </p>
          <p className={`tiny quiet ${css.path}`}>
            <bdi>{written.folder}</bdi>
          </p>
          <button type="button" className="link" onClick={() => void open()}>
            Open the folder
          </button>
          {notOpened && <p className="tiny">It cannot be opened from here; its path stands above.</p>}
        </>
      )}
    </div>
  );
}
