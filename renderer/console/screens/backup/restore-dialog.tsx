import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { BackupRestored } from '#contract/console-answers.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { useBackup } from '../../../state/use-application.tsx';
import { Dialog } from '../live/dialog.tsx';
import css from './backup.module.css';
import { Fault, FolderButton, Notices, UnderWay } from './dialog-parts.tsx';

/** A backup becomes another workspace; the one that is open is not touched. */
export function RestoreDialog() {
  const { usualFolder, underWay, restored, restore, close } = useBackup();
  const [file, setFile] = useState('');
  const [folder, setFolder] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isMissing = file.trim() === '' || folder.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) void restore(file, folder);
  };
  return (
    <Dialog title="Restore a backup" onClose={close}>
      <form ref={form} className={css.form} onSubmit={submit}>
        <p className="quiet">
          The backup is checked first, then becomes a workspace in a folder of its own. The workspace that is open stays
          as it is.
        </p>
        <TextField
          label="Backup"
          value={file}
          onChange={setFile}
          hint="The whole path of the zip."
          inPlace={usualFolder === null ? undefined : `${usualFolder}/muster-backup-2026-11-25.zip`}
        />
        <TextField
          label="Into this folder"
          value={folder}
          onChange={setFolder}
          hint="An empty folder, or one that is not there yet. Nothing is ever replaced."
        />
        <UnderWay errand="restore" />
        <Fault errand="restore" />
        {restored && <Restored restored={restored} />}
        <div className={css.foot}>
          {isMissing && !restored && <span className="small quiet">Fill in both paths.</span>}
          {restored && <FolderButton />}
          <button type="submit" className="button primary" disabled={isMissing || underWay !== null}>
            Restore
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Restored({ restored: { folder, exercises, notices } }: { readonly restored: BackupRestored }) {
  return (
    <div role="status" className={css.result}>
      <p>
        <span className="state good">Restored</span>{' '}
        {exercises.length === 1 ? 'One exercise' : `${exercises.length} exercises`}, as they were backed up.
      </p>
      <p className={css.path}>
        <bdi>{folder}</bdi>
      </p>
      <p>To open it, close Muster and start it with</p>
      <p className={css.path}>
        <code>npm start -- --workspace "{folder}"</code>
      </p>
      <Notices notices={notices} />
    </div>
  );
}
