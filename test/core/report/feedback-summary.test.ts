import { expect, test } from 'vitest';
import { listFeedbackSummary } from '#core/report/feedback-summary.ts';
import { end, played, type Step } from '../../support/play.ts';

const form = (score: number): Step => [
  30,
  { type: 'record_feedback', scores: Array.from({ length: 12 }, () => score), unsaid: 'x' },
];

test('Feedback is summed up from four forms on; below, their number is told and no mean', () => {
  const three = played([20, end], form(1), form(2), form(3));
  expect(listFeedbackSummary(three)).toEqual([['suppressed: fewer than four forms', '', '3']]);
  const four = listFeedbackSummary(played([20, end], form(1), form(2), form(3), form(5)));
  expect(four).toHaveLength(12);
  expect(four[5]).toEqual([expect.stringContaining('speak openly'), '2.8', '4']);
});
