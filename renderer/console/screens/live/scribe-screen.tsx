import { memo } from 'react';
import { consoleTimes } from '#core/exercise/views/console-view-time.ts';
import { Announcer } from './announcer.tsx';
import { BothClocks } from './both-clocks.tsx';
import { Capture } from './capture.tsx';
import head from './head.module.css';
import { useLive } from './live-context.tsx';
import { Monitor } from './monitor.tsx';
import { OpenedDialog } from './opened-dialog.tsx';
import { SavedState } from './saved-state.tsx';
import s from './scribe.module.css';
import { Troubles } from './troubles.tsx';
import { useKeys } from './use-keys.ts';
import { classes } from './words.ts';

/** What the room sees, and where to write: nothing that is still to come, and nothing that would change the course. */
export const ScribeScreen = memo(function ScribeScreen({ isAsking }: { readonly isAsking: boolean }) {
  useKeys();
  return (
    <div className={s.scribe}>
      <ScribeHead />
      <main className={s.room}>
        <Monitor />
        <p className="small quiet">
          D, G, S, O, A or P writes; Ctrl Enter saves. Releases, pauses and the end are the facilitator’s.
        </p>
        <Troubles />
      </main>
      <Capture />
      <Announcer />
      {!isAsking && <OpenedDialog />}
    </div>
  );
});

const phases: Readonly<Record<string, string>> = {
  running: 'Running',
  paused: 'Paused',
  suspended: 'Sitting ended',
  real_world: 'Stopped: REAL WORLD',
};

function ScribeHead() {
  const { state, nowM } = useLive('state', 'nowM');
  const times = consoleTimes(state, nowM);
  return (
    <header className={s.head}>
      <div className={head.session}>
        <h1 className={classes('row-title', head.cut)} title={state.scenario.title}>
          Scribe: {state.scenario.title}
        </h1>
        <p className="tiny quiet">{phases[state.phase] ?? ''}</p>
      </div>
      <BothClocks times={times} />
      <SavedState />
    </header>
  );
}
