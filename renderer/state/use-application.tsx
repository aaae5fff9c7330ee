import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { StoreApi } from 'zustand/vanilla';
import type { ConsoleBridge } from '#contract/console.ts';
import { type BackupMirror, type BackupStore, createBackupStore } from './backup-store.ts';
import { createExerciseStore, type ExerciseMirror, type ExerciseStore } from './exercise-store.ts';
import { createRoomStore, type RoomMirror } from './room-store.ts';
import { usePicked } from './use-picked.ts';

type Held = {
  readonly bridge: ConsoleBridge;
  readonly room: ReturnType<typeof createRoomStore>;
  readonly backup: BackupStore;
};

const Context = createContext<Held | null>(null);

export function ApplicationProvider({
  bridge,
  children,
}: {
  readonly bridge: ConsoleBridge;
  readonly children: ReactNode;
}) {
  const held = useMemo(() => ({ bridge, room: createRoomStore(bridge), backup: createBackupStore(bridge) }), [bridge]);
  return <Context value={held}>{children}</Context>;
}

function useHeld(): Held {
  const held = useContext(Context);
  if (!held) throw new Error('ApplicationProvider is missing around this part');
  return held;
}

export function useBridge(): ConsoleBridge {
  return useHeld().bridge;
}

export function useRoom(): RoomMirror {
  return useStore(useHeld().room);
}

export function useRoomStatus(): RoomMirror['status'] {
  return useStore(useHeld().room, ({ status }) => status);
}

/** Whether somebody but the facilitator can see what is released, or there is no screen that could show it; true until it is known. */
export function useHasRoom(): boolean {
  const status = useRoomStatus();
  return status === null || status.windows > 0 || status.displays === 1;
}

export function useBackup(): BackupMirror & Omit<BackupStore, 'store'> {
  const { store, ...acts } = useHeld().backup;
  return { ...useStore(store), ...acts };
}

/** For what happens on a key: what the room is shown at that moment. */
export function useRoomStore(): StoreApi<RoomMirror> {
  return useHeld().room;
}

/** The mirror of one exercise, loaded; closed again when the screen goes. */
export function useExerciseStore(exercise: string): ExerciseStore {
  const { bridge } = useHeld();
  const held = useMemo(() => createExerciseStore(bridge, exercise), [bridge, exercise]);
  useEffect(() => {
    void held.load();
    return held.close;
  }, [held]);
  return held;
}

/** These fields of the mirror. */
export function useMirror<Key extends keyof ExerciseMirror>({ store }: ExerciseStore, ...keys: readonly Key[]) {
  return usePicked(store, keys);
}

/** Exercise milliseconds, anew every second and whenever the window is looked at again. */
export function useNowM({ nowM }: ExerciseStore): number {
  const [now, setNow] = useState(nowM);
  useEffect(() => {
    const tick = () => setNow(nowM());
    tick();
    const timer = setInterval(tick, 1_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [nowM]);
  return now;
}
