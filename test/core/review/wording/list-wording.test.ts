import { describe, expect, it } from 'vitest';
import { type Command, windowCommandSchema } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { listFinalBlockers } from '#core/review/list-final-blockers.ts';
import { placeBlockers } from '#core/review/place-blockers.ts';
import { listWording } from '#core/review/wording/list-wording.ts';
import { end, gap, played, release, type Step } from '../../../support/play.ts';

const blaming = 'The analyst should have escalated.';
const record: readonly Step[] = [
  [0, release('Q1-010')],
  [41, gap({ effect: blaming, severity: 'low' })],
  [48, end],
];
const keep = (of: number, rule: string): Command => ({
  type: 'acknowledge_wording',
  of,
  rule,
  reason: 'Their own words',
});
const errorsOf = (steps: readonly Step[]) =>
  listFinalBlockers(played(...steps))
    .filter(({ isWording }) => isWording)
    .map(({ where, what }) => `${where}: ${what}`);

describe('Wording of a record', () => {
  it('is found with its entry, field and minute, and blocks FINAL where the rule is an error', () => {
    expect(listWording(played(...record))).toMatchObject([
      { seq: 3, where: 'G1', field: 'effect', mark: 'T+41', kept: null, finding: { rule: 'BL-02', level: 'error' } },
    ]);
    expect(errorsOf(record)).toEqual(['G1: wording “analyst should have” (BL-02)']);
    expect(placeBlockers(played(...record)).filter(({ isWording }) => isWording)).toMatchObject([
      { step: 'wording', name: 'G1' },
    ]);
  });

  it('blocks nothing any more once it is said why the words stay, and is still listed with that reason', () => {
    const state = played(...record, [50, keep(3, 'BL-02')]);
    expect(listWording(state)).toMatchObject([{ kept: 'Their own words' }]);
    expect(listFinalBlockers(state).filter(({ isWording }) => isWording)).toEqual([]);
  });

  it('is kept for a reason that says something, and is open again once that is withdrawn', () => {
    const kept = (reason: string) => windowCommandSchema.safeParse({ ...keep(3, 'BL-02'), reason }).success;
    expect([kept('x'), kept('ok, fine'), kept('…………………'), kept('Their own words'), kept('监管机构的原话')]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    const state = played(...record, [50, keep(3, 'BL-02')]);
    expect(listWording(state)).toMatchObject([{ keptSeq: 5 }]);
    const amend: Command = { type: 'amend_entry', of: 5, with: { reason: 'x' } };
    expect(decide(state, amend)).toMatchObject({ ok: false, problem: { code: 'bad_amendment' } });
    const back: Step = [51, { type: 'withdraw_entry', of: 5, reason: 'Rewritten after all' }];
    expect(listWording(played(...record, [50, keep(3, 'BL-02')], back))).toMatchObject([{ kept: null, keptSeq: null }]);
  });

  it('is kept as it was written: other words in their place are looked at anew', () => {
    const amended: Step = [51, { type: 'amend_entry', of: 3, with: { effect: 'The engineer should have called.' } }];
    expect(errorsOf([...record, [50, keep(3, 'BL-02')], amended])).toEqual([
      'G1: wording “engineer should have” (BL-02)',
    ]);
  });

  it('is gone once it is rewritten, and its blanks block until they are filled in', () => {
    const rewrite = (effect: string): Step => [50, { type: 'amend_entry', of: 3, with: { effect } }];
    expect(errorsOf([...record, rewrite('At T+41 the mail was known.')])).toEqual([]);
    const blank = [...record, rewrite('At T+41 the information available was ‹what was known›.')];
    expect(errorsOf(blank)).toEqual(['G1: a blank is left in its words: ‹what was known›']);
    expect(decide(played(...blank), keep(3, 'blank'))).toMatchObject({
      ok: false,
      problem: { code: 'no_such_wording' },
    });
  });

  it('counts only the last rating of an objective and the last sentence of page one', () => {
    const rate = (reason: string): Command => ({ type: 'rate_objective', objective: 'O1', rating: 'S', reason });
    expect(errorsOf([...record.slice(0, 1), [48, end], [50, rate(blaming)]])).toHaveLength(1);
    expect(errorsOf([...record.slice(0, 1), [48, end], [50, rate(blaming)], [51, rate('It was late.')]])).toEqual([]);
    const write = (text: string): Command => ({ type: 'write_if_real', text });
    expect(
      errorsOf([
        ...record.slice(0, 1),
        [48, end],
        [50, write('It was human error.')],
        [51, write('We would have been late.')],
      ]),
    ).toEqual([]);
  });

  it('finds names of those who were invited and of those who came later, and offers their function', () => {
    const came: Step = [2, { type: 'change_attendance', role: 'LEGAL', name: 'Ilse Brandt', change: 'arrived' }];
    const state = played([0, release('Q1-010')], came, [
      3,
      { type: 'record_observation', text: 'Ilse Brandt asked first.', kind: 'fact' },
    ]);
    expect(listWording(state)).toMatchObject([
      { finding: { rule: 'BL-08', text: 'Ilse Brandt', rewrite: 'Use the role: “Legal”.' } },
    ]);
  });

  it('leaves the old text of a runbook alone, and lets a step tell people what to do', () => {
    const change = {
      runbook: 'RB-01',
      step: '4',
      type: 'change',
      old: blaming,
      new: 'The analyst should have the list open. Review it.',
    } as const;
    expect(listWording(played([0, release('Q1-010')], [1, { type: 'propose_runbook_change', change }]))).toEqual([]);
  });
});
