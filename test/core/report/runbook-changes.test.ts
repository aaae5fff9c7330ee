import { describe, expect, test } from 'vitest';
import { compareWords } from '#core/report/compare-words.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
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
    expect(told).toContain('3 / changed | Legal determines notices. | Legal opens the table. | G1');
    expect(told).toContain(
      'RB-04 2.2 | Publish and announce by 3\u00A0Apr\u00A02026 | Republish 2.1 | AI-2026Q1-001: A drill fills the table. The next exercise or drill that needs it.',
    );
  });

  test('are one sentence when none was proposed', () => {
    expect(tellDocument(document([5, end]))).toContain('No runbook change was proposed in this exercise.');
  });
});

describe('The new text', () => {
  test('has the words in bold that the old one lacks', () => {
    expect(compareWords('Legal determines all notices.', 'Legal opens and lists all notices.')).toEqual([
      'Legal ',
      { bold: 'opens and lists ' },
      'all notices.',
    ]);
  });

  test('is bold as a whole where it was written anew', () => {
    const anew = 'Before any account is reset, copy the session logs.';
    expect(compareWords('Collect what is relevant.', anew)).toEqual([{ bold: anew }]);
  });

  test('is bold as a whole where there was none', () => {
    expect(compareWords(undefined, 'New step')).toEqual([{ bold: 'New step' }]);
  });
});
