import type { BackupMirror } from '../../../state/backup-store.ts';
import { useBackup } from '../../../state/use-application.tsx';
import css from './backup.module.css';

/** Where everything lies, and how to have it a second time. */
export function KeptIn({ workspace }: { readonly workspace: string }) {
  const backup = useBackup();
  return (
    <section className={css.kept} aria-label="Workspace">
      <p className="small quiet">
        Everything is kept in <bdi>{workspace}</bdi>
      </p>
      <button type="button" className="button" onClick={() => backup.open('back_up')}>
        Back up…
      </button>
      <button type="button" className="button" onClick={() => backup.open('restore')}>
        Restore a backup…
      </button>
      <p role="status" className="small">
        {backup.opened === null ? tellState(backup) : ''}
      </p>
    </section>
  );
}

/** What goes on, or came of it, once its dialog was closed. */
function tellState({ underWay, made, restored, problem }: BackupMirror): string {
  if (underWay !== null) return underWay.errand === 'back_up' ? 'Backing up…' : 'Restoring a backup…';
  if (problem !== null) return `${problem.problem.message} ${problem.problem.hint}`;
  if (made !== null) return `Backed up to ${made.file}`;
  return restored === null ? '' : `Restored to ${restored.folder}`;
}
