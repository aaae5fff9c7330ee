import { dirname } from 'node:path';
import { expect } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { unsyncedDisk } from '../fake-disks.ts';
import { observed, observedUpTo, openSample } from '../journal-folder.ts';
import type { Trials } from './count-trials.ts';
import type { Call } from './run-child.ts';

/** Opens it as after a crash: everything acknowledged is there, nothing is asked for, and it goes on. */
export async function checkSaved(trials: Trials, folder: string, acknowledged: number, trial: string): Promise<void> {
  const { events, damage, readOnly, journal } = await openSample(folder, { disk: unsyncedDisk });
  trials.lose(Math.max(0, acknowledged - events.length));
  expect([trial, damage, readOnly]).toEqual([trial, [], null]);
  expect([trial, events]).toEqual([trial, observedUpTo(Math.max(events.length, acknowledged))]);
  await journal.append([observed(events.length + 1)]);
  await journal.close();
  const verified = await verifyJournal(folder);
  expect([trial, verified]).toEqual([trial, expect.objectContaining({ ok: true, events: events.length + 1 })]);
}

/**
 * Reads the calls in their order: at each acknowledgement the segment written last was synced after its last write, and so
 * were the folder that got its name and the folder above it. What only lies in memory looks the same until the power goes.
 */
export function checkOrder(calls: readonly Call[], trial: string): void {
  const unsynced = new Set<string>();
  const wanted = new Map<string, string>();
  for (const { op, outcome, path } of calls) {
    if (outcome !== 'ok') continue;
    const isSegment = path.endsWith('.jsonl');
    if (op === 'acknowledged') expect([trial, path, [...unsynced]]).toEqual([trial, path, []]);
    else if (isSegment && op === 'write') {
      if (wanted.get('segment') !== path)
        for (const left of unsynced) if (left.endsWith('.jsonl')) unsynced.delete(left);
      wanted.set('segment', path);
      unsynced.add(path);
    } else if (op === 'fdatasync' || op === 'fsync') unsynced.delete(path);
    else if (isSegment && op === 'open' && !wanted.has(path)) {
      wanted.set(path, '');
      unsynced.add(dirname(path)).add(dirname(dirname(path)));
    }
  }
}
