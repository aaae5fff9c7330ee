import { describe, expect, test } from 'vitest';
import { gatherFacts } from '#core/report/facts.ts';
import { writeRatingStrip } from '#core/report/post-mortem/rating-strip.ts';
import { end, gap, played, release } from '../../support/play.ts';

const noteOf = (...gaps: readonly object[]) => {
  const state = played([0, release('Q1-010')], ...gaps.map((fields, at) => [at + 1, gap(fields)] as const), [30, end]);
  return JSON.stringify(writeRatingStrip(gatherFacts(state, '')).at(-1));
};

describe('The note below the ratings on page one', () => {
  test('says what the letters mean and what unseen tasks do, to somebody who reads the first report', () => {
    expect(noteOf()).toContain(
      'P without, S some, M major challenges; U unable; N not exercised. A task nobody saw lowers no rating (section 2).',
    );
    expect(noteOf()).not.toContain('Grave');
  });

  test('names grave gaps that no objective has, and says why they are named', () => {
    expect(noteOf({ severity: 'low' }, { severity: 'high', capability: 'recovery' })).toContain(
      'Critical or high gaps that belong to no objective, so that no rating shows them: G2.',
    );
  });
});
