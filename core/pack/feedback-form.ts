import type { ReportDocument } from '../report/document.ts';
import { feedbackStatements } from '../review/forms/field.ts';
import type { Pack } from './pack.ts';
import { paperOf, sheet } from './paper.ts';

/** Source: spec.md B.10. */
const questions = [
  'Biggest strength',
  'Biggest gap',
  'One thing to change in our plan',
  'One thing to change in the exercise',
  'Anything you did not want to say aloud',
] as const;

/** One page, without a name. */
export function buildFeedbackForm(pack: Pack): ReportDocument {
  return paperOf(pack, 'Feedback form', [
    sheet('Feedback form', pack.setup.plan.tlp),
    { is: 'headline', text: 'Feedback form' },
    {
      is: 'statement',
      words:
        'Please write no name. Circle a number: 1 strongly disagree, 5 strongly agree; leave out what you cannot say. Answers are reported only where four or more people gave theirs.',
    },
    {
      is: 'table',
      caption: null,
      look: 'roomy',
      staysWhole: true,
      columns: [{ head: '', width: 4860 }, ...['disagree', '', '', '', 'agree'].map((head) => ({ head, width: 900 }))],
      rows: feedbackStatements.map((statement) => [statement, '1', '2', '3', '4', '5']),
    },
    { is: 'subhead', text: 'In your own words' },
    { is: 'form', rows: questions.map((name) => ({ name, height: 1040 })) },
  ]);
}
