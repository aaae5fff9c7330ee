import { expect, test } from 'vitest';
import { notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import type { ReportDocument } from '#core/report/document.ts';
import { buildLegalAnnex } from '#core/report/legal-annex.ts';
import { tellClocks } from '#core/report/legal-clocks.ts';
import { end, played, playedOf, release, type Step, sampleSetup } from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';
import { tellDocument } from '../../support/told.ts';

const head = 'd'.repeat(64);
const scenario = {
  ...sampleScenario,
  clocks: ['GDPR-33', 'NIS2-EW', 'UK-GDPR-33', 'AU-RANSOM'],
  injects: sampleScenario.injects.map((inject) =>
    inject.id === 'Q1-010' ? { ...inject, clock_trigger: ['GDPR-33', 'NIS2-EW', 'UK-GDPR-33'] } : inject,
  ),
};
const steps: readonly Step[] = [
  [0, release('Q1-010')],
  [4, { type: 'recognise_clock', clock: 'GDPR-33', inject: 'Q1-010', by: 'LEGAL' }],
  [6, { type: 'rule_out_clock', clock: 'UK-GDPR-33', by: 'LEGAL', reason: 'No data of people in the UK' }],
  [20, end],
];
const state = playedOf(scenario, sampleSetup, ...steps);
const tell = (document: ReportDocument | null) => (document === null ? '' : tellDocument(document));

test('The legal annex tells what was recognised, what was missed and what was ruled out, with times and who decided', () => {
  const told = tell(buildLegalAnnex(state, head));
  expect(told).toContain(notLegalAdvice);
  expect(told).toMatch(/One obligation recognised\nGDPR Art\. 33\(1\) supervisory authority/);
  expect(told).toContain('Awareness: Tue 17 Feb 2026, 09:09 (T+4), said by Legal');
  expect(told).toContain('Trigger: “First”, Q1-010');
  expect(told).toContain('Deadline: Fri 20 Feb 2026, 09:05');
  expect(told).toMatch(/Used and left: \d+ min used, 71 h \d+ min left|Used and left: .* used, .* left/);
  expect(told).toMatch(/One obligation started and not recognised\nNIS2/);
  expect(told).toContain('Awareness: nobody said that it runs');
  expect(told).toContain('Decided by: Legal, Tue 17 Feb 2026, 09:11 (T+6): No data of people in the UK.');
  expect(told).toContain('not exercised, because nothing started them');
  expect(told).toMatch(/grade A, text or several concordant sources, checked on 23\u00A0Nov\u00A02026/);
  expect(told).not.toMatch(/not re-checked, checked on/);
  expect(told).toMatch(/grade C, practitioner knowledge, not re-checked(?:\n|$)/);
});

test('There is no legal annex where the script names no clock, and one sentence where none was started', () => {
  const injects = sampleScenario.injects.map((inject) => ({ ...inject, clock_trigger: [], decision: undefined }));
  const without = { ...sampleScenario, clocks: [], injects };
  expect(buildLegalAnnex(playedOf(without, sampleSetup, [0, release('Q1-010')], [5, end]), head)).toBeNull();
  expect(tell(buildLegalAnnex(played([0, release('Q1-010')], [5, end]), head))).toContain(
    'No legal clock was exercised.',
  );
});

test('One line names the legal clocks by what became of them', () => {
  expect(tellClocks(state)).toBe(
    'recognised: GDPR authority; not recognised: NIS2 early warning; ruled out: UK GDPR, ICO',
  );
  expect(tellClocks(played([0, release('Q1-010')], [5, end]))).toBeNull();
});
