// Runs in the page before the console itself, in place of a shell's bridge.
import { createInMemoryBridge, type Kept, type Needs } from '../in-memory-bridge.ts';

/** Put into the page before anything runs. `disk` is changed by a test while the page runs. */
type Told = Pick<Needs, 'scenario' | 'setup' | 'status' | 'readOnly'> & {
  readonly theme: string;
  readonly kept: Kept | null;
};
type Given = { told: Told; disk: { delayMs: number; isFull: boolean } };

const given = (window as unknown as { given: Given }).given; // put there by openConsole
const key = 'kept-in-memory';
const before = sessionStorage.getItem(key);
const kept = before ? (JSON.parse(before) as Kept) : given.told.kept;
const startedM = kept?.events.at(-1)?.m ?? 0;
const opened = performance.now();
const nowM = () => startedM + performance.now() - opened;

document.documentElement.dataset.theme = given.told.theme;
Object.assign(window, {
  muster: createInMemoryBridge({
    ...given.told,
    kept,
    nowM,
    keep: (now) => sessionStorage.setItem(key, JSON.stringify(now)),
    disk: { delayMs: () => given.disk.delayMs, isFull: () => given.disk.isFull },
  }),
});
