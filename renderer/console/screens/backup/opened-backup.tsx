import { lazy, Suspense } from 'react';
import { useBackup } from '../../../state/use-application.tsx';

const BackUp = lazy(() => import('./back-up-dialog.tsx').then(({ BackUpDialog }) => ({ default: BackUpDialog })));
const Restore = lazy(() => import('./restore-dialog.tsx').then(({ RestoreDialog }) => ({ default: RestoreDialog })));

/** Lies over whatever screen there is: the desktop's menu opens it in the middle of an exercise, too. */
export function OpenedBackup() {
  const { opened } = useBackup();
  return (
    <Suspense fallback={null}>
      {opened === 'back_up' && <BackUp />}
      {opened === 'restore' && <Restore />}
    </Suspense>
  );
}
