import { type FormEvent, useState } from 'react';
import type { BackupMade } from '#contract/console-answers.ts';
import { sizeWords } from '#core/report/written-files.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { useBackup } from '../../../state/use-application.tsx';
import { Dialog } from '../live/dialog.tsx';
import css from './backup.module.css';
import { Fault, FolderButton, Notices, UnderWay } from './dialog-parts.tsx';

/** The whole workspace into one zip in a folder of the user's. */
export function BackUpDialog() {
  const { usualFolder, underWay, made, backUp, close } = useBackup();
  const [typed, setTyped] = useState<string | null>(null);
  const folder = typed ?? usualFolder ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void backUp(folder);
  };
  return (
    <Dialog title="Back up the workspace" onClose={close}>
      <form className={css.form} onSubmit={submit}>
        <p className="quiet">
          Everything in one zip: exercises, plans, action items, your scripts, documents. You can go on working
          meanwhile.
        </p>
        <TextField
          label="Into this folder"
          value={folder}
          onChange={setTyped}
          hint="Best on another disk. It is made if it is not there; nothing in it is replaced. The zip is not encrypted."
        />
        <UnderWay errand="back_up" />
        <Fault errand="back_up" />
        {made && <Made made={made} />}
        <div className={css.foot}>
          {made && <FolderButton />}
          <button type="submit" className="button primary" disabled={underWay !== null}>
            {made ? 'Back up again' : 'Back up'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Made({ made: { file, bytes, files, notices } }: { readonly made: BackupMade }) {
  return (
    <div role="status" className={css.result}>
      <p>
        <span className="state good">Backed up</span> {files} files, {sizeWords(bytes)}, read again and whole.
      </p>
      <p className={css.path}>
        <bdi>{file}</bdi>
      </p>
      <Notices notices={notices} />
    </div>
  );
}
