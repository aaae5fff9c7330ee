import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { trackWords } from '#core/report/track-words.ts';
import type { Original, Originals } from '#core/runbooks/original.ts';
import { readMarkdownSteps } from '#core/runbooks/read-markdown-steps.ts';
import { end, gap, playedWith, release, type Step, sampleSetup } from '../../support/play.ts';
import { tellDocument } from '../../support/told.ts';

const setup = {
  ...sampleSetup,
  plan: { ...sampleSetup.plan, runbooks: [{ id: 'RB-04', version: '2.1', approved_on: '2025-03-14' }] },
};
const change = (fields: object): Step[1] => ({
  type: 'propose_runbook_change',
  gap: 'G1',
  change: { runbook: 'RB-04', type: 'change', ...fields },
});
const document = (...steps: readonly Step[]) =>
  buildRunbookChanges(playedWith(setup, [0, release('Q1-010')], ...steps), 'a'.repeat(64));

describe('The runbook changes', () => {
  test('stand in the order of their numbers where they concern several runbooks', () => {
    const told = tellDocument(
      document(
        [1, gap({ severity: 'high' })],
        [5, end],
        [6, change({ runbook: 'RB-07', step: '1', new: 'Isolate.' })],
        [7, change({ step: '3', new: 'Open the table.' })],
      ),
    );
    expect(told).toMatch(/1 RB-07 [\s\S]*RC-1 · [\s\S]*2 RB-04 [\s\S]*RC-2 · [\s\S]*RB-07[\s\S]*RB-04/);
  });

  test('tell old text and new, reason, version and what makes a change done', () => {
    const told = tellDocument(
      document(
        [1, gap({ severity: 'high' })],
        [5, end],
        [
          6,
          {
            type: 'agree_action',
            register_id: 'AI-2026Q1-001',
            gap: 'G1',
            item: { title: 'Write it', done_test: 'A drill fills the table' },
          },
        ],
        [
          7,
          change({
            step: '3',
            old: 'Legal determines notices.',
            new: 'Legal opens the table.',
            new_version: '2.2',
            owner: 'Legal',
            effective_on: '2026-04-03',
          }),
        ],
      ),
    );
    expect(told).toContain('1 RB-04 Personal-data breach notification');
    expect(told).toContain('Version: 2.1 → 2.2, in force from 3 April 2026 once approved');
    expect(told).toContain('Owner · approver: Legal · no approver named');
    expect(told).toContain('Reason: G1, High: No list of notices (Q1-010 at T+0)');
    expect(told).toContain('RC-1 · step 3 · changed · gap G1, High');
    expect(told).toContain('Step 3: [-Legal determines notices.-][+Legal opens the table.+]');
    expect(told).toContain('Gap G1 (High): No list of notices. Exercised in Q1-010 at T+0.');
    expect(told).toContain(
      'RB-04 2.2 | Publish and announce by 3\u00A0Apr\u00A02026 | Republish 2.1 | AI-2026Q1-001: A drill fills the table. The next exercise or drill that needs it.',
    );
  });

  test('are one sentence when none was proposed', () => {
    expect(tellDocument(document([5, end]))).toContain('No runbook change was proposed in this exercise.');
  });
});

describe('A tracked change', () => {
  const told = (fields: object, originals?: Originals) =>
    tellDocument(
      buildRunbookChanges(
        playedWith(setup, [0, release('Q1-010')], [1, gap()], [5, end], [7, change(fields)]),
        'a'.repeat(64),
        originals,
      ),
    );
  const text = '1. Legal writes it down.\n2. Legal decides.\n';
  const original: Original = {
    id: 'RB-04',
    version: '2.1',
    kind: 'markdown',
    text,
    steps: readMarkdownSteps(text),
    newer: null,
  };
  const held = (fields: object = {}) => new Map([['RB-04', { ...original, ...fields }]]);

  test('of a step that comes or goes marks all of it', () => {
    expect(told({ step: '4', type: 'add', new: 'Tell the board.' })).toContain('Step 4: [+Tell the board.+]');
    expect(told({ step: '4', type: 'remove', old: 'Tell the board.' })).toContain('Step 4: [-Tell the board.-]');
  });

  test('takes the old text from the version that was tested where nobody wrote it', () => {
    expect(told({ step: 'Step 2', new: 'Legal signs.' }, held())).toContain('Step 2: Legal [-decides.-][+signs.+]');
  });

  test('without a new text says that it is still to be written', () => {
    expect(told({ step: '2' }, held())).toMatch(/Step 2: Legal decides\.\n.*The new text is still to be written\./);
  });

  test('says where a newer version reads otherwise', () => {
    const newer = { version: '3.0', steps: readMarkdownSteps('1. Legal writes it down.\n2. The board decides.\n') };
    expect(told({ step: '2', new: 'Legal signs.' }, held({ newer }))).toContain(
      'Changed since: version 3.0 of RB-04 has another text for this step: “The board decides.”.',
    );
    expect(told({ step: '1', new: 'Legal signs.' }, held({ newer }))).not.toContain('Changed since');
  });

  test('says what becomes of the organisation’s own file', () => {
    expect(told({ step: '2', new: 'x' }, held())).toContain('The changed file is runbooks/RB-04.md');
    expect(told({ step: '9', new: 'x' }, held())).toContain(
      'RC-1 is not in it: the version that was tested has no step 9.',
    );
    expect(told({ step: '2', new: 'x' }, held({ kind: 'word', text: null }))).toContain(
      'The original of RB-04 2.1 is a Word file and is not rewritten.',
    );
    expect(told({ step: '2', new: 'x' })).toContain('The register of runbooks does not hold RB-04 2.1');
  });
});

describe('The words of a change', () => {
  test('are told apart one by one', () => {
    expect(trackWords('Legal determines all notices.', 'Legal opens and lists all notices.')).toEqual([
      { is: 'kept', text: 'Legal ' },
      { is: 'deleted', text: 'determines ' },
      { is: 'inserted', text: 'opens and lists ' },
      { is: 'kept', text: 'all notices.' },
    ]);
  });

  test('are one whole where the text was written anew', () => {
    const [old, anew] = ['Collect what is relevant.', 'Before any account is reset, copy the session logs.'];
    expect(trackWords(old, anew)).toEqual([
      { is: 'deleted', text: old },
      { is: 'inserted', text: anew },
    ]);
  });

  test('give back both texts to the letter', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c.', ' ', '  ', '\n', 'd '), { maxLength: 30 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [old, proposed] = [before.join(''), after.join('')];
        const pieces = trackWords(old, proposed);
        const without = (gone: string) => pieces.flatMap(({ is, text }) => (is === gone ? [] : [text])).join('');
        expect([without('inserted'), without('deleted')]).toEqual([old, proposed]);
      }),
      { numRuns: 500 },
    );
  });
});
