import { describe, expect, test } from 'vitest';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { end, gap, played, release, type Step } from '../../support/play.ts';
import { tellDocument, tellSection } from '../../support/told.ts';

const head = 'a'.repeat(64);

describe('A new revision', () => {
  const rated = (['O1', 'O2'] as const).map(
    (objective): Step => [11, { type: 'rate_objective', objective, rating: 'P', reason: 'seen', by: 'EVAL' }],
  );
  const first: readonly Step[] = [
    [0, release('Q1-010')],
    [10, end],
    ...rated,
    [12, { type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on: '2026-03-24' }],
    [13, { type: 'finalise_report' }],
    [14, { type: 'open_revision', reason: 'Legal corrected a time' }],
  ];

  test('is signed again: who signed the one before stands beside that version', () => {
    const told = tellSection(buildPostMortem(played(...first), head), 13);
    expect(told).not.toMatch(/Dana Ortiz \| 24.Mar/);
    expect(told).toContain('1.0 FINAL on 17 March 2026, signed by Dana Ortiz');
    const again: Step = [15, { type: 'sign_report', name: 'Ruth Adler', role: 'Incident Commander', on: '2026-03-30' }];
    const signed = tellSection(buildPostMortem(played(...first, again), head), 13);
    expect(signed).toMatch(/Incident Commander \| Ruth Adler \| 30.Mar.2026/);
  });
});

describe('An exercise that ended before its time', () => {
  test('says what was not reached, and that the story goes further', () => {
    const short = tellDocument(buildPostMortem(played([0, release('Q1-010')], [10, end]), head));
    expect(short).toContain('Ended after 10 min of play, 60 planned. Not reached: Q1-020');
    expect(short).toContain('what follows in the story was not reached');
    const still = tellDocument(buildPostMortem(played([0, release('Q1-010')]), head));
    expect(still).not.toContain('Not reached');
  });
});

test('What was corrected because it blamed somebody is not printed again', () => {
  const steps = (title: string): readonly Step[] => [
    [0, release('Q1-010')],
    [10, end],
    [11, gap({ title })],
    [12, { type: 'amend_entry', of: 4, with: { title: 'No list of notices' } }],
  ];
  const blamed = tellSection(buildPostMortem(played(...steps('Caused by human error')), head), 12);
  expect(blamed).toContain('now “No list of notices”');
  expect(blamed).not.toContain('human error');
  const plain = tellSection(buildPostMortem(played(...steps('No list of duties')), head), 12);
  expect(plain).toContain('No list of duties');
});
