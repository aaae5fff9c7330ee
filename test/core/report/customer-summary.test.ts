import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { buildCustomerSummary } from '#core/report/customer-summary.ts';
import { findSummaryApproval, tellApprovalBeforeFinal, tellSummaryApproval } from '#core/review/customer-summary.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { end, played, release, type Step, sampleSetup } from '../../support/play.ts';
import { readWord, textOf } from '../../support/read-word.ts';

const approve = (role: 'COMMS' | 'LEGAL', on: string, tlp: 'TLP:GREEN' | 'TLP:CLEAR'): Command => ({
  type: 'approve_summary',
  role,
  name: 'Dana Ortiz',
  on,
  tlp,
});
const opening: readonly Step[] = [
  [1, release('Q1-010')],
  [40, end],
];
const [previous = ''] = sampleSetup.previous_actions.map(({ id }) => id);
const both: readonly Step[] = [
  [50, approve('COMMS', '2026-03-18', 'TLP:CLEAR')],
  [51, approve('LEGAL', '2026-03-20', 'TLP:CLEAR')],
];

async function read(...steps: readonly Step[]) {
  const document = buildCustomerSummary(played(...opening, ...steps));
  return { document, text: textOf(readWord(await writeWord(document))) };
}

describe('The summary for customers', () => {
  test('is a DRAFT under the mark of the report until Communications and Legal have both approved it', async () => {
    for (const steps of [[], both.slice(0, 1), both.slice(1)]) {
      const { document, text } = await read(...steps);
      expect(document).toMatchObject({ isDraft: true, tlp: 'TLP:AMBER+STRICT', version: 'version 1.0, draft' });
      expect(text).toContain('DRAFT – not for customers. Not approved yet by');
    }
  });

  test('says that the report was signed off only where somebody signed this version, and that things are followed up where there are any', async () => {
    const rated = (['O1', 'O2'] as const).map(
      (objective): Step => [41, { type: 'rate_objective', objective, rating: 'P', reason: 'seen', by: 'EVAL' }],
    );
    const final: Step = [44, { type: 'finalise_report' }];
    const unsigned = await read(...rated, final);
    expect(unsigned.text).toContain('A written report exists');
    expect(unsigned.text).not.toMatch(/signed off|followed up/);
    const sign: Step = [43, { type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on: '2026-03-24' }];
    const agree: Step = [42, { type: 'agree_action', register_id: 'AI-2026Q1-001', item: { title: 'Write the list' } }];
    expect((await read(...rated, agree, sign, final)).text).toMatch(/was signed off[\s\S]*followed up/);
    const again: readonly Step[] = [
      sign,
      final,
      [45, { type: 'open_revision', reason: 'A time was wrong' }],
      [46, { type: 'finalise_report' }],
    ];
    expect((await read(...rated, ...again)).text).not.toContain('signed off');
  });

  test('that is not approved says before FINAL what approving it later takes', () => {
    expect(tellApprovalBeforeFinal(played(...opening, ...both.slice(0, 1)))).toBe(
      'The summary for customers is a DRAFT: not approved yet by Legal. Once the report is FINAL, approving it takes a new revision, signed again.',
    );
    expect(tellApprovalBeforeFinal(played(...opening, ...both))).toBeNull();
  });

  test('once approved carries the narrower of the two marks and says until when it is valid', async () => {
    const clear = await read(...both);
    expect(clear.document).toMatchObject({ isDraft: false, tlp: 'TLP:CLEAR' });
    expect(clear.text).toContain('20 March 2027');
    expect(clear.text).not.toMatch(/DRAFT|Dana|Ortiz/);
    const green = await read(...both, [52, approve('COMMS', '2026-03-21', 'TLP:GREEN')]);
    expect(green.document.tlp).toBe('TLP:GREEN');
  });

  test('tells date, kind, functions, objectives and how many of the earlier actions are closed', async () => {
    const { text } = await read([45, { type: 'change_action_status', action: previous, status: 'done' }]);
    for (const words of ['17 March 2026', 'Incident Commander', '2 objectives', 'as a draft', '100% of those'])
      expect(text).toContain(words);
    expect((await read()).text).toContain('0% of those');
  });

  test('counts no action as closed that did not hold in its re-test, and is a DRAFT again when that comes later', async () => {
    const done: Step = [45, { type: 'change_action_status', action: previous, status: 'done' }];
    const failed: Command = { type: 'retest_action', action: previous, result: 'not_held' };
    expect((await read(done, [46, failed])).text).toContain('0% of those');
    expect(findSummaryApproval(played(...opening, done, ...both, [60, failed])).validUntil).toBeNull();
  });

  test('is a DRAFT again when what it says changed after it was approved, and not when something else did', () => {
    const changed = played(...opening, ...both, [
      60,
      { type: 'change_action_status', action: previous, status: 'done' },
    ]);
    expect(findSummaryApproval(changed).missing.map(({ isOutdated }) => isOutdated)).toEqual([true, true]);
    expect(tellSummaryApproval(changed, '2026-04-01').words).toContain(
      'approved by Communications and Legal before what it says changed',
    );
    const other = played(...opening, ...both, [60, { type: 'change_action_status', action: previous, status: 'open' }]);
    expect(findSummaryApproval(other).validUntil).toBe('2027-03-20');
  });

  test('is expired a year after the last approval, and a withdrawn approval is none', () => {
    const approved = played(...opening, ...both);
    expect(tellSummaryApproval(approved, '2027-03-20')).toMatchObject({ is: 'approved' });
    const late = tellSummaryApproval(approved, '2027-03-21');
    expect(late).toEqual({
      is: 'expired',
      words: 'Expired on 20 March 2027: do not hand it out. Have it approved again.',
    });
    const withdrawn = played(...opening, ...both, [
      60,
      { type: 'withdraw_entry', of: approved.position, reason: 'too soon' },
    ]);
    expect(findSummaryApproval(withdrawn).missing).toEqual([{ role: 'LEGAL', isOutdated: false }]);
  });
});
