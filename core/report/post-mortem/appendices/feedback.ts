import { feedbackStatements } from '../../../review/forms/field.ts';
import { summariseFeedback } from '../../../review/summarise-feedback.ts';
import { type Block, paragraph } from '../../document.ts';
import type { Facts } from '../../facts.ts';

/** Appendix E: means alone; the words people wrote would tell who they are. Source: spec.md B.10. */
export function writeFeedback({ state }: Facts): readonly Block[] {
  const head: Block = { is: 'appendix', letter: 'E', text: 'Feedback' };
  const { n, means } = summariseFeedback(state);
  if (n === 0) return [head, paragraph('No feedback form was entered.')];
  if (means === null) return [head, paragraph('Fewer than four forms were entered, so nothing of them is reported.')];
  return [
    head,
    {
      is: 'table',
      caption: `Means of ${n} forms: 1 strongly disagree, 5 strongly agree`,
      look: 'tight',
      columns: [
        { head: 'Statement', width: 7560 },
        { head: 'Mean', width: 900 },
        { head: 'n', width: 900 },
      ],
      rows: feedbackStatements.map((statement, at) => [statement, means[at]?.toFixed(1) ?? '–', String(n)]),
    },
  ];
}
