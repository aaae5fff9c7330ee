import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import type { Errand } from '../../../state/backup-store.ts';
import { useBackup } from '../../../state/use-application.tsx';
import css from './backup.module.css';

type Props = { readonly errand: Errand };

/** Also where the other of the two is under way: one at a time. */
export function UnderWay({ errand }: Props) {
  const { underWay } = useBackup();
  if (underWay === null) return null;
  const { done, total } = underWay;
  const what = underWay.errand === 'back_up' ? 'Backing up' : 'Checking and restoring';
  const words = underWay.errand === errand ? what : `${what}: wait until that is done`;
  return (
    <div className={css.progress}>
      <progress aria-label={what} max={Math.max(total, 1)} value={done} />
      <span className="small">{`${words}. This window may be closed meanwhile.`}</span>
    </div>
  );
}

export function Fault({ errand }: Props) {
  const { problem } = useBackup();
  if (problem?.errand !== errand) return null;
  return (
    <div className={css.fault}>
      <ProblemNotice problem={problem.problem} takesFocus />
    </div>
  );
}

const shown = 20;

export function Notices({ notices }: { readonly notices: readonly string[] }) {
  if (notices.length === 0) return null;
  return (
    <>
      <p className="state warn">You should know</p>
      <ul className={css.notices}>
        {notices.slice(0, shown).map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
        {notices.length > shown && <li>And {notices.length - shown} more; `muster backup` names them all.</li>}
      </ul>
    </>
  );
}

export function FolderButton() {
  const { openFolder, notOpened } = useBackup();
  return (
    <>
      <span role="status" className="small quiet">
        {notOpened === null ? '' : 'It cannot be opened from here; the path is above.'}
      </span>
      <button type="button" className="button" onClick={() => void openFolder()}>
        Open folder
      </button>
    </>
  );
}
