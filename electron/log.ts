import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type Log = (line: string) => void;

const largestBytes = 1 << 20;

/** A local file beside the settings, never sent anywhere. One older generation is kept. */
export function openLog(folder: string): { readonly file: string; readonly log: Log } {
  const file = join(folder, 'muster.log');
  const log: Log = (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      // the log is a courtesy: a full disk must not stop what it tells of
    }
  };
  return { file, log };
}
