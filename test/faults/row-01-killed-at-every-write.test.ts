import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDocumentOrder, checkDocuments } from '../support/faults/check-documents.ts';
import { checkOrder, checkSaved } from '../support/faults/check-saved.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { makeDocumentsWorkspace } from '../support/faults/documents.ts';
import { type Prepared, prepareFaults } from '../support/faults/prepare-faults.ts';
import { createDice, seed } from '../support/faults/random.ts';
import { type Call, listSaved, type Ran, runChild, type Said, tryEach } from '../support/faults/run-child.ts';
import { makeJournalFolder, observedUpTo, reopen, segmentPath } from '../support/journal-folder.ts';

const trials = countTrials('1', import.meta.filename, 200);

let captures: Prepared;
let documents: Prepared;
beforeAll(async () => {
  [captures, documents] = await Promise.all([prepareFaults('save-captures.ts'), prepareFaults('save-documents.ts')]);
});

type Attempt = {
  readonly child: Prepared;
  /** A folder of its own for each trial, and the part of it that the child is told. */
  readonly begin: () => Promise<string>;
  readonly faults?: (folder: string) => string[];
  readonly check: (folder: string, said: readonly Said[], trial: string) => Promise<void>;
};

/**
 * The child waits before every call and after half of every write, and what lies there then is looked at as after a kill;
 * and then real kills: at every boundary in depth, else at one of six.
 */
async function killEverywhere({ child, begin, faults = () => [], check }: Attempt): Promise<readonly Call[]> {
  const whole = await begin();
  const rules = (folder: string, which: string) => [...faults(folder), `any|${dirname(folder)}|${which}`];
  let steps = 0;
  const { calls, said } = await runChild(child, [whole], rules(whole, '1+|STEP'), async (step, so) => {
    steps += 1;
    const copy = join(await mkdtemp(join(tmpdir(), 'killed-')), basename(whole));
    await cp(whole, copy, { recursive: true });
    await check(copy, so, `at step ${steps}: ${step}`);
    await rm(dirname(copy), { recursive: true });
    trials.count('states at a boundary');
  });
  expect(said.at(-1)).toMatchObject({ done: true });
  const own = calls.filter(({ op }) => op !== 'acknowledged');
  expect(steps).toBeGreaterThan(own.length);
  await tryEach(sampleOf(boundariesOf(own), 6), async ([action, nth]) => {
    const folder = await begin();
    const ran = await runChild(child, [folder], rules(folder, `${nth}|${action}`));
    const trial = `seed ${seed}, ${action} ${nth} (${own[nth - 1]?.op} ${own[nth - 1]?.path})`;
    if (isElsewhere(ran, action)) return void (await check(folder, ran.said, trial));
    expectKilled(ran, action, trial);
    await check(folder, ran.said, trial);
    trials.count('kills');
  });
  return calls;
}

function boundariesOf(calls: readonly Call[]): readonly (readonly [action: string, nth: number])[] {
  const all = calls.flatMap(({ op }, index) => [
    ['KILL', index + 1] as const,
    ...(op === 'write' ? [['HALF', index + 1] as const] : []),
  ]);
  return [...all, ['AFTER', calls.length]];
}

function sampleOf<Item>(items: readonly Item[], one: number): readonly Item[] {
  const roll = createDice('kills');
  return isDeep ? items : items.filter(() => roll(one) === 0);
}

/** The anchor is stored by the clock: on a slow machine the nth call may be another one, no write to halve, or never come. */
function isElsewhere({ injected }: Ran, action: string): boolean {
  const hit = injected.find((call) => call.action === action);
  return hit === undefined || (action === 'HALF' && hit.op !== 'write');
}

function expectKilled({ signal, injected }: Ran, action: string, trial: string): void {
  expect([trial, signal, injected.at(-1)?.action]).toEqual([trial, 'SIGKILL', action]);
}

const checkCaptures: Attempt['check'] = (folder, said, trial) =>
  checkSaved(trials, folder, Math.max(0, ...listSaved(said)), trial);

describe('Row 1, killed at every write boundary', { timeout: 900_000 }, () => {
  it('an exercise keeps every acknowledged capture, opens without a question and goes on', async () => {
    const ends = new Set<number>();
    const calls = await killEverywhere({
      child: captures,
      begin: makeJournalFolder,
      check: async (folder, said, trial) => {
        ends.add(listSaved(said).length);
        await checkCaptures(folder, said, trial);
      },
    });
    checkOrder(calls, 'nobody killed');
    const ops = new Set(calls.map(({ op }) => op));
    expect(ops).toEqual(new Set(['mkdir', 'open', 'write', 'fdatasync', 'fsync', 'rename', 'acknowledged']));
    expect(ends).toEqual(new Set([0, 1, 3, 6, 7, 8])); // before, between and after every acknowledgement
  });

  it('so it does where a torn tail was being set aside', async () => {
    const torn = await makeJournalFolder();
    await reopen(torn, observedUpTo(2));
    await appendFile(segmentPath(torn), '{"seq":3,"t":"2026-03');
    const begin = async () => {
      const folder = await makeJournalFolder();
      await cp(torn, folder, { recursive: true });
      return folder;
    };
    const calls = await killEverywhere({ child: captures, begin, check: checkCaptures });
    checkOrder(calls, 'nobody killed');
    expect(calls.map(({ op }) => op)).toContain('ftruncate');
  });

  it('so it does where a sync had failed and a new segment was begun', async () => {
    const faults = (folder: string) => [`fdatasync|${folder}/journal-0001|3|EIO`];
    const calls = await killEverywhere({ child: captures, begin: makeJournalFolder, faults, check: checkCaptures });
    checkOrder(calls, 'nobody killed');
    expect(calls.some(({ path }) => path.endsWith('journal-0002.jsonl'))).toBe(true);
  });

  it('a register, a plan and the notes are the old or the new, never nothing', async () => {
    const calls = await killEverywhere({
      child: documents,
      begin: makeDocumentsWorkspace,
      check: (workspace, said, trial) => checkDocuments(trials, workspace, said, trial),
    });
    checkDocumentOrder(calls, 'nobody killed');
  });
});
