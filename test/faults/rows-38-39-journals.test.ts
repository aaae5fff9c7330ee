import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runVerify } from '#cli/commands/verify.ts';
import { sealHeader } from '#services/saving/journal-format.ts';
import { badBytes, savedElsewhere } from '../support/faults/bad-input.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import {
  exercise,
  makeJournalFolder,
  observed,
  observedUpTo,
  openSample,
  readLines,
  reopen,
  scriptSha256,
  segmentPath,
  writeLines,
} from '../support/journal-folder.ts';
import { readTree } from '../support/read-tree.ts';

const trials = countTrials('38, 39', import.meta.filename, 20);

let folder: string;
let workspace: string;
beforeEach(async () => {
  const made = await makeJournalFolder();
  workspace = dirname(made);
  folder = join(workspace, 'exercises', exercise);
  await mkdir(dirname(folder));
  await rename(made, folder);
  await reopen(folder, observedUpTo(6));
});

/** What `muster verify --json` says of it, as a user asks. */
async function verify() {
  const { exitCode, stdout } = await runVerify({ exercise, workspace, json: true });
  return {
    exitCode,
    ...(JSON.parse(stdout) as {
      damage?: { file: string; line: number; time: string | null; kind: string }[];
      notices?: string[];
    }),
  };
}

/** Opens for reading only, says where, gives only what is whole, and touches nothing. */
async function checkOnlyRead(what: string, first: object, least: number): Promise<void> {
  const before = await readTree(folder);
  const verified = await verify();
  expect([what, verified.exitCode]).toEqual([what, 1]);
  expect([what, verified.damage]).toMatchObject([what, expect.arrayContaining([expect.objectContaining(first)])]);
  const { events, salvaged, readOnly, damage, journal } = await openSample(folder);
  expect([what, readOnly]).toEqual([
    what,
    expect.stringMatching(/journal-0001\.jsonl, line \d+|belongs to the exercise/),
  ]);
  const given = [...events, ...salvaged];
  expect([what, given]).toEqual([what, given.map(({ seq }) => observed(seq))]);
  expect([what, given.length >= least, damage.length >= 0]).toEqual([what, true, true]);
  await expect(journal.append([observed(events.length + 1)])).rejects.toThrow('for reading only');
  await journal.close();
  expect(await readTree(folder)).toEqual(before);
  trials.count('damaged journals');
}

const file = 'journal-0001.jsonl';
const expected: Readonly<Record<string, readonly [first: object, least: number]>> = {
  truncated: [{ file, line: 5, kind: 'torn', time: observed(4).t }, 3],
  'bit-flipped': [{ file, line: 5, kind: 'changed', time: observed(4).t }, 5],
  empty: [{ file, line: 1, kind: 'behind_anchor' }, 0],
  'zero-filled': [{ file, line: 1, kind: 'torn' }, 0],
  'zero-filled from the middle': [{ file, line: 4, kind: 'torn' }, 2],
  'not UTF-8': [{ file, line: 4 }, 5],
  'UTF-16': [{ file, line: 1 }, 0],
  doubled: [{ file, line: 8, kind: 'duplicated' }, 6],
  'edited in an editor': [{ file, line: 3, kind: 'changed', time: observed(2).t }, 5],
};

describe('Row 39, a journal that was changed outside', () => {
  it.each(badBytes)(
    'so that it is %s is named with file, line and time, and what is whole can be read',
    async (what, spoil) => {
      await writeFile(segmentPath(folder), spoil(await readFile(segmentPath(folder))));
      const [first, least] = expected[what] ?? [{}, 0];
      await checkOnlyRead(what, first, least);
    },
  );

  it('so that its lines are in another order is named', async () => {
    const [header = '', ...lines] = await readLines(folder);
    await writeLines(folder, [header, ...lines.toReversed()]);
    await checkOnlyRead('reordered', { file, line: 2, time: observed(6).t, kind: 'out_of_order' }, 1);
  });

  it.each(savedElsewhere)('by an editor that saved it %s opens with a warning and goes on', async (what, spoil) => {
    await writeFile(segmentPath(folder), spoil(await readFile(segmentPath(folder))));
    const { exitCode, notices } = await verify();
    expect([exitCode, notices]).toEqual([0, [expect.stringContaining('another program has saved it')]]);
    const { events, notices: told } = await reopen(folder, [observed(7)]);
    expect([what, events, told]).toEqual([what, observedUpTo(6), notices]);
    expect((await reopen(folder)).events).toEqual(observedUpTo(7));
    trials.count('journals saved elsewhere');
  });

  it('and is now a folder is named as unreadable', async () => {
    await rm(segmentPath(folder));
    await mkdir(segmentPath(folder));
    await checkOnlyRead('a folder', { file, line: 1, kind: 'unreadable' }, 0);
  });

  it('and is now a link to nothing is named as unreadable; a link to the real one opens with a warning', async () => {
    const elsewhere = join(workspace, 'elsewhere.jsonl');
    await rename(segmentPath(folder), elsewhere);
    await symlink(join(workspace, 'nowhere'), segmentPath(folder));
    await checkOnlyRead('a link to nothing', { file, line: 1, kind: 'unreadable' }, 0);
    await rm(segmentPath(folder));
    await symlink(elsewhere, segmentPath(folder));
    const { exitCode, notices } = await verify();
    expect([exitCode, notices]).toEqual([
      0,
      [expect.stringContaining(`${file} is a link: what it holds lies elsewhere`)],
    ]);
    expect((await reopen(folder, [observed(7)])).events).toEqual(observedUpTo(6));
    expect((await reopen(folder)).events).toEqual(observedUpTo(7));
    trials.count('links');
  });

  it('and is that of another exercise is named: whole, or as a second segment', async () => {
    const other = join(workspace, 'exercises/2026-other');
    await cp(folder, other, { recursive: true });
    const { exitCode, stderr } = await runVerify({ exercise: '2026-other', workspace, json: false });
    expect([exitCode, stderr]).toEqual([1, '2026-other: journal-0001.jsonl:1: other exercise']);
    const header = { format: 1, exercise: '2026-other', segment: 2, genesis: 'g', script_sha256: scriptSha256 };
    const { h } = JSON.parse((await readLines(folder)).at(-1) ?? '{}');
    await writeFile(segmentPath(folder, 2), sealHeader({ ...header, continues: h }).bytes);
    expect((await verify()).damage).toEqual([
      { file: 'journal-0002.jsonl', line: 1, time: observed(6).t, kind: 'other_exercise' },
    ]);
    const opened = await openSample(folder);
    await opened.journal.close();
    expect(opened.readOnly).toContain('journal-0002.jsonl, line 1');
    trials.count('journals of another exercise', 2);
  });

  it('beside a conflict copy of a synced folder opens with a warning, and the copy stays', async () => {
    const copy = "journal-0001 (Dana's conflicted copy).jsonl";
    await writeFile(join(folder, copy), 'theirs');
    const { exitCode, notices } = await verify();
    expect([exitCode, notices]).toEqual([
      0,
      [expect.stringContaining(`${copy} is no part of the journal and was not read`)],
    ]);
    expect((await reopen(folder, [observed(7)])).notices).toEqual(notices);
    expect(await readFile(join(folder, copy), 'utf8')).toBe('theirs');
    trials.count('journals saved elsewhere');
  });

  it.each(['anchor.json', 'anchor.prev.json'])(
    'whose %s is a folder opens, with a word where it matters',
    async (name) => {
      await reopen(folder, [observed(7)]);
      await rm(join(folder, name), { force: true });
      await mkdir(join(folder, name));
      const { events, readOnly, notices } = await reopen(folder);
      expect([events, readOnly]).toEqual([observedUpTo(7), null]);
      expect(notices.length).toBe(name === 'anchor.json' ? 1 : 0);
      expect(basename(folder)).toBe(exercise);
      trials.count('damaged anchors');
    },
  );
});

describe('Row 38, a journal of a newer format', () => {
  it('opens for reading only, and says to update Muster', async () => {
    const lines = await readLines(folder);
    const header = { ...JSON.parse(lines[0] ?? '{}'), format: 2 };
    const { h: _, ...unsealed } = header;
    await writeLines(folder, [sealHeader(unsealed).bytes.toString().trimEnd(), ...lines.slice(1)]);
    const before = await readTree(folder);
    expect((await verify()).damage?.[0]).toMatchObject({ file, line: 1, kind: 'newer_version' });
    const { readOnly, journal } = await openSample(folder);
    expect(readOnly).toContain(
      'made by a newer version of Muster (journal-0001.jsonl, line 1). Update Muster to go on',
    );
    await journal.close();
    expect(await readTree(folder)).toEqual(before);
    trials.count('newer journals');
  });
});
