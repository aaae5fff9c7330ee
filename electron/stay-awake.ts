import { powerMonitor, powerSaveBlocker } from 'electron';
import type { Application } from '#services/application/application.ts';

const lookEveryMs = 2_000;

/** The displays stay on while an exercise runs, and only then. A machine put to sleep all the same is told of when it wakes. */
export function stayAwake(application: Application): { readonly close: () => void } {
  let blocker: number | null = null;
  const look = () => {
    if (application.isRunning()) blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else release();
  };
  function release(): void {
    if (blocker !== null) powerSaveBlocker.stop(blocker);
    blocker = null;
  }
  const timer = setInterval(look, lookEveryMs);
  powerMonitor.on('resume', application.woke);
  return {
    close: () => {
      powerMonitor.off('resume', application.woke);
      clearInterval(timer);
      release();
    },
  };
}
