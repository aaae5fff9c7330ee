import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openJournal } from '#services/saving/journal.ts';
import { sealHeader } from '#services/saving/journal-format.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import {
  makeJournalFolder,
  observed,
  openSample,
  readLines,
  reopen,
  scriptSha256,
  segmentPath,
  writeLines,
} from '../../support/journal-folder.ts';

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

async function openOther(other: string): Promise<void> {
  const { journal } = await openJournal({ folder: other, exercise: '2026-another', scriptSha256 });
  await journal.append([observed(1)]);
  await journal.close();
}
