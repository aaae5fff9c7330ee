import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDocumentAdapter } from '#services/saving/document-adapter.ts';
import type { Disk } from '#services/saving/files.ts';
import { createFaultyDisk, diskError, unsyncedDisk } from '../support/fake-disks.ts';
import { runSessions } from '../support/faults/capture-sessions.ts';
import { checkSaved } from '../support/faults/check-saved.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import {
  type Choose,
  chooseEverything,
  createRecordingDisk,
  type Moment,
  writeState,
} from '../support/faults/power-loss.ts';
import { createDice, seed } from '../support/faults/random.ts';
import type { Said } from '../support/faults/run-child.ts';
import { makeJournalFolder, observedUpTo, openSample, reopen, segmentPath } from '../support/journal-folder.ts';

const trials = countTrials('3', import.meta.filename, isDeep ? 700 : 500);

const most = isDeep ? 5_000 : 5;

/** A beginning, what goes wrong meanwhile, and every state that a loss of power may leave after any call. */
async function loseEverywhere(
  what: string,
  begin: () => Promise<string>,
  hinder: (disk: Disk) => Disk = (disk) => disk,
) {
  const folder = await begin();
  const { disk, moments, acknowledge } = createRecordingDisk(folder);
  const said: Said[] = [];
  const say = (told: object) => {
    const line: Said = { ...told };
    said.push(line);
    if (typeof line.saved === 'number') acknowledge(line.saved);
    if (typeof line.opened === 'number') acknowledge(line.opened); // shown after an opening: as good as acknowledged
  };
  await runSessions({ folder, disk: hinder(disk), say });
  expect([what, said.filter(({ saved }) => saved === 8)]).toHaveLength(2);
  expect(moments.length).toBeGreaterThan(20);
  const roll = createDice(what);
  for (const [index, moment] of moments.entries()) {
    const trial = `seed ${seed}, ${what}, power lost after ${index + 1}: ${moment.after}`;
    const attempt = (choose: Choose) => lose(folder, moment, choose, trial, roll(isDeep ? 4 : 9) === 0);
    const tried = await chooseEverything(most, attempt);
    if (tried >= most) for (let extra = 0; extra < most / 4; extra += 1) await attempt(roll); // beyond the first ones, any
  }
}

async function lose(folder: string, moment: Moment, choose: Choose, trial: string, isTwice: boolean): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'power-'));
  const left = join(root, basename(folder));
  writeState(moment, folder, left, choose);
  if (isTwice) await loseAgain(left, moment.acknowledged, trial);
  await checkSaved(trials, left, moment.acknowledged, trial);
  trials.count('power-loss states');
  await rm(root, { recursive: true });
}

/** The power goes once more while the exercise is opened and mended. */
async function loseAgain(left: string, acknowledged: number, trial: string): Promise<void> {
  const { disk, moments } = createRecordingDisk(left);
  const { journal } = await openSample(left, { disk });
  await journal.close();
  const roll = createDice(trial);
  for (const moment of moments) {
    const root = await mkdtemp(join(tmpdir(), 'power-'));
    const again = join(root, basename(left));
    writeState(moment, left, again, roll);
    await checkSaved(trials, again, acknowledged, `${trial}, and again after ${moment.after}`);
    trials.count('states while mending');
    await rm(root, { recursive: true });
  }
}

function failOnce(call: string, nth: number, path: string) {
  return (under: Disk): Disk => {
    let count = 0;
    return createFaultyDisk({
      under,
      before: (made, at) => {
        if (made !== call || !at.endsWith(path)) return;
        count += 1;
        if (count === nth) throw diskError('EIO');
      },
    });
  };
}

describe(`Row 3, power lost after any call (seed ${seed})`, { timeout: 3_600_000 }, () => {
  it('leaves every acknowledged entry of an exercise that is begun, closed and opened again', () =>
    loseEverywhere('no fault', makeJournalFolder));

  it('leaves every acknowledged entry where a sync had failed and a segment was begun', () =>
    loseEverywhere('failed sync', makeJournalFolder, failOnce('datasync', 3, '1.jsonl')));

  it('leaves every acknowledged entry where a write had failed and its beginning was cut off', () =>
    loseEverywhere('failed write', makeJournalFolder, (under) => {
      let count = 0;
      return createFaultyDisk({
        under,
        before: (call, path) => {
          if (call === 'write' && path.endsWith('.jsonl')) count += 1;
          if (call === 'write' && count === 4) throw diskError('ENOSPC');
        },
        takes: (length) => (count === 3 ? Math.ceil(length / 2) : length),
      });
    }));

  it('leaves every entry that an opening has shown, where a torn tail was set aside', () =>
    loseEverywhere('torn tail', async () => {
      const folder = await makeJournalFolder();
      await reopen(folder, observedUpTo(2), { disk: unsyncedDisk });
      await appendFile(segmentPath(folder), `{"seq":3,"t":"2026-03-17${' '.repeat(700)}`);
      return folder;
    }));

  it('leaves a document old or new, and readable', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'power-document-'));
    const { disk, moments, acknowledge } = createRecordingDisk(folder);
    const open = (place: string, on: Disk, tell: (notice: string) => void) =>
      createDocumentAdapter({
        path: join(place, 'registers/register.json'),
        schema: z.strictObject({ generation: z.int(), text: z.string() }),
        quarantineFolder: join(place, 'quarantine'),
        disk: on,
        tell,
      });
    for (const generation of [1, 2, 3]) {
      await open(folder, disk, () => {}).write({ generation, text: 'x'.repeat(700) });
      acknowledge(generation);
    }
    for (const [index, moment] of moments.entries()) {
      await chooseEverything(isDeep ? 5_000 : 30, async (choose) => {
        const left = await mkdtemp(join(tmpdir(), 'power-'));
        writeState(moment, folder, left, choose);
        const notices: string[] = [];
        const read = await open(left, unsyncedDisk, (notice) => notices.push(notice)).read();
        const found = read?.generation ?? 0;
        if (found < moment.acknowledged) trials.lose(1);
        expect([index, moment.after, notices, found >= moment.acknowledged]).toEqual([index, moment.after, [], true]);
        trials.count('states of documents');
        await rm(left, { recursive: true });
      });
    }
  });

  it('tries every answer to every question', async () => {
    const seen: string[] = [];
    await chooseEverything(100, async (choose) => {
      const first = choose(2);
      seen.push(`${first}${first === 0 ? choose(3) : choose(1)}${choose(2)}`);
    });
    expect(seen).toEqual(['000', '001', '010', '011', '020', '021', '100', '101']);
  });

  it('loses what a disk without syncs had acknowledged, so that these trials can fail', async () => {
    const folder = await makeJournalFolder();
    const { disk, moments, acknowledge } = createRecordingDisk(folder);
    const forgets: Disk = {
      ...disk,
      open: async (path, flags, mode) => ({ ...(await disk.open(path, flags, mode)), datasync: async () => {} }),
    };
    const { journal } = await openSample(folder, { disk: forgets });
    await journal.append(observedUpTo(1));
    acknowledge(1);
    await journal.close();
    const root = await mkdtemp(join(tmpdir(), 'power-'));
    const left = join(root, basename(folder));
    const last = moments.at(-1);
    if (last) writeState(last, folder, left, () => 0);
    await cp(join(folder, 'script.yaml'), join(left, 'script.yaml'));
    expect((await reopen(left)).events).toEqual([]);
  });
});
