import { randomUUID } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { unsyncedDisk } from '../support/fake-disks.ts';
import { checkDocuments } from '../support/faults/check-documents.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';
import { documentNames, documentPaths, makeDocumentsWorkspace, openGenerations } from '../support/faults/documents.ts';
import { createDice } from '../support/faults/random.ts';
import { makeJournalFolder, observedUpTo, openSample, reopen, segmentPath } from '../support/journal-folder.ts';

const trials = countTrials('2', import.meta.filename, isDeep ? 900 : 450);
const quick = { disk: unsyncedDisk };

describe('Row 2, a write torn at every byte', { timeout: 300_000 }, () => {
  it('of a batch of three keeps every whole line, and the rest beside it byte for byte', async () => {
    const acknowledged = await makeJournalFolder();
    await reopen(acknowledged, observedUpTo(2), quick);
    const whole = await makeJournalFolder();
    await cp(acknowledged, whole, { recursive: true });
    await reopen(whole, observedUpTo(5).slice(2), quick);
    const start = (await readFile(segmentPath(acknowledged))).length;
    const bytes = await readFile(segmentPath(whole));
    const anchor = await readFile(join(acknowledged, 'anchor.json'));
    const folder = whole;
    const offset = isDeep ? 0 : createDice('torn')(2);
    for (let end = start; end <= bytes.length; end += 1) {
      const isAtAnEnd = [-1, 0, 1].some((near) => bytes[end + near] === 0x0a);
      if (!isDeep && !isAtAnEnd && end % 2 !== offset) continue; // every other byte, and all around the end of a line
      await writeFile(join(folder, 'anchor.json'), anchor);
      await rm(join(folder, 'quarantine'), { recursive: true, force: true });
      await writeFile(segmentPath(folder), bytes.subarray(0, end));
      const lines = bytes.subarray(0, end + 1).filter((byte) => byte === 0x0a).length - 1; // an end that is missing counts
      const lineStart = bytes.lastIndexOf(0x0a, end - 1) + 1;
      const { events, damage, journal } = await openSample(folder, quick);
      if (events.length < 2) trials.lose(2 - events.length);
      expect([end, damage, events]).toEqual([end, [], observedUpTo(lines)]);
      const isTorn = end > lineStart && bytes[end] !== 0x0a;
      const kept = await readFile(join(folder, `quarantine/journal-0001.jsonl.torn-at-${lineStart}`)).catch(() => null);
      expect([end, kept]).toEqual([end, isTorn ? bytes.subarray(lineStart, end) : null]);
      await journal.append(observedUpTo(lines + 1).slice(-1));
      await journal.close();
      expect([end, await verifyJournal(folder)]).toMatchObject([end, { ok: true, events: lines + 1 }]);
      trials.count('offsets of a journal');
    }
  });

  it.each(documentNames)('of the %s leaves the one before it, and nothing of the torn one', async (name) => {
    const whole = await makeDocumentsWorkspace();
    const opened = await openGenerations(name, whole, () => {});
    for (const generation of [1, 2]) await opened.save(generation);
    const path = join(whole, documentPaths[name]);
    const bytes = await readFile(path);
    const said = [{ document: name, generation: 2 }];
    const torn = randomUUID();
    for (let end = 0; end <= bytes.length; end += 1 + Math.floor(bytes.length / 40)) {
      await writeFile(`${path}.1073741824-${torn}.tmp`, bytes.subarray(0, end));
      await writeFile(`${path.replace('.json', '.prev.json')}.1073741824-${torn}.tmp`, bytes.subarray(0, end));
      await checkDocuments(trials, whole, said, `${name} torn at ${end}`);
      trials.count('offsets of documents');
    }
  });
});
