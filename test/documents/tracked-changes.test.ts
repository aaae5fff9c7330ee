import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { end, gap, played, release, type Step } from '../support/play.ts';
import { readWord, textOf, type WordParts } from '../support/read-word.ts';
import { settleChanges } from '../support/settle-changes.ts';

const change = (fields: object): Step => [
  22,
  { type: 'propose_runbook_change', gap: 'G1', change: { runbook: 'RB-04', type: 'change', ...fields } },
];
const steps: readonly Step[] = [
  [0, release('Q1-010')],
  [14, gap({ severity: 'high' })],
  [20, end],
  change({
    step: '3',
    old: 'Legal drafts all notices for the board.',
    new: 'Legal opens the table of all notices for the board at once.',
    proposer: 'Dana Ortiz',
  }),
  change({ step: '5', type: 'add', new: 'Write down the minute.\nAnd why.' }),
  change({ step: '6', type: 'remove', old: 'Wait for the board.' }),
  change({ step: '7', old: 'Say <nothing> & go home.', new: 'Tell everybody “what” we know.', owner: 'Legal' }),
];

describe('The changes of a runbook in Word', () => {
  let folder: string;
  let parts: WordParts;
  let settled: Awaited<ReturnType<typeof settleChanges>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-tracked-'));
    const bytes = await writeWord(buildRunbookChanges(played(...steps), 'a'.repeat(64)));
    parts = readWord(bytes);
    const file = join(folder, 'runbook-changes.docx');
    await writeFile(file, bytes);
    settled = await settleChanges(folder, file);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const stepsIn = (lines: readonly string[]) => {
    const from = lines.indexOf('Text of the change') + 1;
    const to = lines.findIndex((line) => line.startsWith('The register of runbooks'));
    return lines.slice(from, to).filter((line) => !line.startsWith('RC-'));
  };

  test('are the new text to the letter once LibreOffice accepted them', () => {
    expect(stepsIn(settled.accepted)).toEqual([
      'Step 3\tLegal opens the table of all notices for the board at once.',
      'Step 5\tWrite down the minute.',
      'And why.',
      'Step 7\tTell everybody “what” we know.',
    ]);
  });

  test('are the old text to the letter once LibreOffice rejected them', () => {
    expect(stepsIn(settled.rejected)).toEqual([
      'Step 3\tLegal drafts all notices for the board.',
      'Step 6\tWait for the board.',
      'Step 7\tSay <nothing> & go home.',
    ]);
  });

  test('carry who proposed them and the time of the record, and each a number of its own', () => {
    const document = parts.get('word/document.xml') ?? '';
    const marks = [...document.matchAll(/<w:(?:ins|del) [^>]*>/g)].map(([mark]) => mark);
    expect(marks.length).toBeGreaterThan(8);
    expect(marks.filter((mark) => !mark.includes('w:date="2026-03-17T09:22:00Z"'))).toEqual([]);
    const ids = marks.map((mark) => /w:id="(\d+)"/.exec(mark)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const authors = new Set(marks.map((mark) => /w:author="([^"]*)"/.exec(mark)?.[1]));
    expect([...authors].sort()).toEqual(['Dana Ortiz', 'Exercise', 'Legal']);
    expect(parts.get('word/settings.xml')).toContain('<w:trackRevisions/>');
  });

  test('have a comment each that names the gap, anchored on words that stay', () => {
    const told = textOf(parts, 'word/comments.xml')
      .split('\n')
      .filter((line) => line !== '');
    expect(told).toEqual(steps.slice(3).map(() => 'Gap G1 (High): No list of notices. Exercised in Q1-010 at T+0.'));
    const document = parts.get('word/document.xml') ?? '';
    const anchored = document
      .split('<w:commentRangeStart')
      .slice(1)
      .map((xml) => xml.split('<w:commentRangeEnd')[0] ?? '');
    expect(anchored).toHaveLength(4);
    for (const [at, xml] of anchored.entries()) {
      expect(xml).toContain(`RC-${at + 1} · step`);
      expect(xml).not.toMatch(/<w:(ins|del) /);
    }
    expect(document.match(/<w:commentReference /g)).toHaveLength(4);
  });
});
