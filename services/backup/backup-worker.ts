import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome } from '#core/outcome.ts';
import type { Place } from './backup-place.ts';
import { type RestoredBackup, restoreBackup } from './restore-backup.ts';
import { type WrittenBackup, writeBackup } from './write-backup.ts';

export type Asked =
  | {
      readonly does: 'back_up';
      readonly workspace: string;
      readonly place: Place;
      readonly made: Date;
      readonly day: string;
    }
  | { readonly does: 'restore'; readonly file: string; readonly folder: string };

export type News =
  | { readonly done: number; readonly total: number }
  | { readonly outcome: Outcome<WrittenBackup | RestoredBackup> };

const tell = (news: News) => parentPort?.postMessage(news);

/** Any message stops it: Muster is being closed. */
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());

const asked = workerData as Asked; // handed over by `createBackups`
/** A hundred times is often enough. */
let toldPercent = -1;
const progress = (done: number, total: number) => {
  const percent = Math.floor((100 * done) / Math.max(total, 1));
  if (percent !== toldPercent) tell({ done, total });
  toldPercent = percent;
};
const around = { progress, signal: stopping.signal };
const outcome = await (asked.does === 'back_up'
  ? writeBackup({ ...asked, ...around })
  : restoreBackup({ ...asked, ...around }));
tell({ outcome });
parentPort?.close();
