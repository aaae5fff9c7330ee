import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleBridge } from '#contract/console.ts';
import type { BackupMade, BackupRestored } from '#contract/console-answers.ts';
import type { Outcome, Problem } from '#core/outcome.ts';

export type Errand = 'back_up' | 'restore';

export type BackupMirror = {
  /** The dialog that lies open. */
  readonly opened: Errand | null;
  /** Where backups go unless another folder is named; null until it is known. */
  readonly usualFolder: string | null;
  /** Under way, whether or not its dialog lies open. */
  readonly underWay: { readonly errand: Errand; readonly done: number; readonly total: number } | null;
  readonly made: BackupMade | null;
  readonly restored: BackupRestored | null;
  readonly problem: { readonly errand: Errand; readonly problem: Problem } | null;
  /** The folder, where this shell cannot open it. */
  readonly notOpened: string | null;
};

export type BackupStore = {
  readonly store: StoreApi<BackupMirror>;
  readonly open: (errand: Errand) => void;
  readonly close: () => void;
  readonly backUp: (folder: string) => Promise<void>;
  readonly restore: (file: string, folder: string) => Promise<void>;
  readonly openFolder: () => Promise<void>;
};

const nothing = { made: null, restored: null, problem: null, notOpened: null };

/** Backups outlive their dialog: whoever closes it goes on with something else meanwhile. */
export function createBackupStore(bridge: ConsoleBridge): BackupStore {
  const store = createStore<BackupMirror>(() => ({ opened: null, usualFolder: null, underWay: null, ...nothing }));
  bridge.onNotice((notice) => {
    if (notice.type === 'menu_chosen') open(notice.entry);
    const { underWay } = store.getState();
    if (notice.type !== 'backup' || underWay === null) return;
    store.setState({ underWay: { ...underWay, done: notice.done, total: notice.total } });
  });

  function open(errand: Errand): void {
    const isAnew = store.getState().underWay === null;
    store.setState({ opened: errand, ...(isAnew ? nothing : {}) });
    if (store.getState().usualFolder !== null) return;
    void ask(() => bridge.load_backup_folder({})).then(
      (loaded) => loaded.ok && store.setState({ usualFolder: loaded.value.folder }),
    );
  }

  async function run<Value>(errand: Errand, request: () => Promise<Outcome<Value>>): Promise<Value | null> {
    if (store.getState().underWay !== null) return null;
    store.setState({ underWay: { errand, done: 0, total: 0 }, ...nothing });
    const outcome = await ask(request);
    store.setState({ underWay: null, problem: outcome.ok ? null : { errand, problem: outcome.problem } });
    return outcome.ok ? outcome.value : null;
  }

  return {
    store,
    open,
    close: () => store.setState({ opened: null }),
    backUp: async (folder) => {
      const made = await run('back_up', () => bridge.back_up({ folder: folder.trim() === '' ? null : folder }));
      if (made) store.setState({ made });
    },
    restore: async (file, folder) => {
      const restored = await run('restore', () => bridge.restore_backup({ file, folder }));
      if (restored) store.setState({ restored });
    },
    openFolder: async () => {
      const opened = await ask(() => bridge.open_backup_folder({}));
      if (opened.ok) store.setState({ notOpened: opened.value.opened ? null : opened.value.folder });
    },
  };
}

/** A window that lost its application says so instead of waiting for ever. */
function ask<Value>(request: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  return request().catch(() => ({ ok: false, problem: unreachable }));
}

const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer.',
  hint: 'Wait a moment and try again, or start Muster again.',
};
