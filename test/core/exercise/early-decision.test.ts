import { describe, expect, test } from 'vitest';
import { measureDecisions } from '#core/exercise/metrics/decisions.ts';
import { findEndM, measureExercise } from '#core/exercise/metrics/measure-exercise.ts';
import { gatherFacts } from '#core/report/facts.ts';
import { drawSwimLanes } from '#core/report/swim-lanes.ts';
import { decision, end, played, release } from '../../support/play.ts';

const open = { type: 'open_decision', decision: 'D1' } as const;

describe('A decision whose time lies before its opening, as pasted notes bring it', () => {
  test('is measured from the release of its inject, not from the later opening', () => {
    const state = played([2, release('Q1-010')], [15, open], [10, decision('D1')], [30, end]);
    expect(measureExercise(state).decisions).toMatchObject({ D1: { latency_min: 8, decided: true, on_time: true } });
  });

  test('is measured not at all where it lies before the release too, and says so', () => {
    const state = played([12, release('Q1-010')], [10, decision('D1')], [30, end]);
    const measures = measureExercise(state);
    expect(measures.decisions).toMatchObject({ D1: { latency_min: null, decided: true, on_time: false } });
    expect(measures).toMatchObject({
      decision_mean_min: null,
      decided_rate_pct: 100,
      on_time_rate_pct: 0,
      undecided: [],
    });
    expect(measures.notes).toEqual([
      'D1: it was decided before it was opened, so it has no latency and is not counted as on time',
    ]);
    expect(drawSwimLanes(gatherFacts(state, 'e'.repeat(64))).lanes.flatMap(({ decisions }) => decisions)).toEqual([]);
  });

  test('and one made after its opening is measured from that, as before', () => {
    const state = played([2, release('Q1-010')], [5, open], [10, decision('D1')], [30, end]);
    expect(measureDecisions(state, findEndM(state))[0]).toMatchObject({ latencyMinutes: 5, note: null });
  });
});
