import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { canContinue } from '#services/saving/continue-journal.ts';
import { examineJournal } from '#services/saving/examine-journal.ts';
import { openJournal } from '#services/saving/journal.ts';
import { sealHeader } from '#services/saving/journal-format.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import {
  exercise,
  makeJournalFolder,
  observed,
  openSample,
  readLines,
  reopen,
  scriptSha256,
  segmentPath,
  writeLines,
} from '../../support/journal-folder.ts';
import { sampleSetup } from '../../support/play.ts';

let folder: string;
beforeEach(async () => {
  folder = await makeJournalFolder();
  await reopen(folder, [observed(1)]);
});

describe('A journal of another exercise', () => {
  it('is named by verify when it lies in the folder whole', async () => {
    const other = join(await makeJournalFolder(), '../2026-another');
    await openOther(other);
    await copyFile(segmentPath(other), segmentPath(folder));
    const verified = await verifyJournal(folder);
    expect(verified.ok ? [] : verified.damage.map(({ kind }) => kind)).toContain('other_exercise');
  });

  it('is not gone on with, although its segment names the hash of the last entry', async () => {
    const [, last = ''] = await readLines(folder);
    const { h } = JSON.parse(last);
    const about = { format: 1, exercise: '2026-another', segment: 2, genesis: 'g' };
    const header = { ...about, script_sha256: scriptSha256, continues: h };
    await writeLines(folder, [sealHeader(header).bytes.toString().trimEnd()], 2);
    const { damage, journal } = await openSample(folder);
    expect(damage).toMatchObject([{ file: 'journal-0002.jsonl', line: 1, kind: 'other_exercise' }]);
    await expect(journal.append([observed(2)])).rejects.toThrow('for reading only');
  });
});

describe('A journal whose first line is damaged', () => {
  /** Begun as another version of the script, or as another exercise, would have it. */
  async function begun(named: { readonly exercise?: string; readonly sha256?: string }) {
    const made = await makeJournalFolder();
    const scenario = { ...sampleSetup.scenario, sha256: named.sha256 ?? scriptSha256 };
    const data = { ...sampleSetup, exercise: named.exercise ?? exercise, scenario };
    const { t, m, s } = observed(1);
    await reopen(made, [{ seq: 1, t, m, s, type: 'exercise_started', data }, observed(2)]);
    const [first = '', ...others] = await readLines(made);
    await writeLines(made, [first.replace('"segment":1', '"segmenT":1'), ...others]);
    return made;
  }
  const kindsOf = async (at: string) => {
    const { damage } = await examineJournal(at);
    return { kinds: damage.map(({ kind }) => kind), canGoOn: canContinue({ events: [observed(1)] }, damage) };
  };

  it('goes on where its first entry names this exercise and this script', async () => {
    expect(await kindsOf(await begun({}))).toEqual({ kinds: ['changed'], canGoOn: true });
  });

  it('does not go on where its first entry names another exercise', async () => {
    const kinds = ['changed', 'other_exercise'];
    expect(await kindsOf(await begun({ exercise: '2026-another' }))).toEqual({ kinds, canGoOn: false });
  });

  it('does not go on where its first entry names another script', async () => {
    const kinds = ['changed', 'script_changed'];
    expect(await kindsOf(await begun({ sha256: 'another' }))).toEqual({ kinds, canGoOn: false });
  });
});

async function openOther(other: string): Promise<void> {
  const { journal } = await openJournal({ folder: other, exercise: '2026-another', scriptSha256 });
  await journal.append([observed(1)]);
  await journal.close();
}
