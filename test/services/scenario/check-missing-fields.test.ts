import { describe, expect, test } from 'vitest';
import { checkEdited, type Row } from '../../support/check-edited.ts';

const warnings: readonly Row[] = [
  {
    fault: 'a missing brief',
    fails: [
      ['facilitator_brief: "Cut the coulds first."\n', ''],
      ['id: B-SCRIPT', '‸id: B-SCRIPT'],
    ],
    says: 'facilitator_brief is missing',
    passes: [['Cut the coulds first.', 'Cut.']],
  },
  {
    fault: 'no standard_min',
    fails: [
      ['standard_min: 105\n', ''],
      ['id: B-SCRIPT', '‸id: B-SCRIPT'],
    ],
    says: 'standard_min is missing',
    passes: [['standard_min: 105\n', 'standard_min: 105 # as planned\n']],
  },
  {
    fault: 'no before_you_start',
    fails: [
      ['before_you_start: ["Test the projector."]\n', ''],
      ['id: B-SCRIPT', '‸id: B-SCRIPT'],
    ],
    says: 'before_you_start is missing',
    passes: [
      ['before_you_start: ["Test the projector."]\n', 'before_you_start: ["Test the projector."] # as planned\n'],
    ],
  },
  {
    fault: 'no artificialities',
    fails: [
      ['artificialities: ["Time jumps."]\n', ''],
      ['id: B-SCRIPT', '‸id: B-SCRIPT'],
    ],
    says: 'artificialities is missing',
    passes: [['artificialities: ["Time jumps."]\n', 'artificialities: ["Time jumps."] # as planned\n']],
  },
  {
    fault: 'no safety',
    fails: [
      ['safety: ["Nothing here is real."]\n', ''],
      ['id: B-SCRIPT', '‸id: B-SCRIPT'],
    ],
    says: 'safety is missing',
    passes: [['safety: ["Nothing here is real."]\n', 'safety: ["Nothing here is real."] # as planned\n']],
  },
  {
    fault: 'no likely_gaps',
    fails: [
      ['likely_gaps: ["Nobody owns the list of notices."]\n', ''],
      ['id: B-SCRIPT', '‸id: B-SCRIPT'],
    ],
    says: 'likely_gaps is missing',
    passes: [
      [
        'likely_gaps: ["Nobody owns the list of notices."]\n',
        'likely_gaps: ["Nobody owns the list of notices."] # as planned\n',
      ],
    ],
  },
  {
    fault: 'an empty list of cases behind it',
    fails: [['modelled_on: ["A case told at https://www.cisa.gov, address 8.8.8.8"]', '‸modelled_on: []']],
    says: 'modelled_on is missing',
    passes: [['modelled_on: ["A case told', 'modelled_on: ["Another case told']],
  },
  {
    fault: 'an inject without a subject',
    fails: [
      ['    subject: "Privileged"\n', ''],
      ['- id: B-020', '- ‸id: B-020'],
    ],
    says: 'subject is missing at B-020',
    passes: [
      ['    subject: "Privileged"\n', ''],
      ['channel: memo', 'channel: meeting'],
    ],
  },
  {
    fault: 'an inject without notes',
    fails: [
      ['    notes: "Watch who decides."\n', ''],
      ['- id: B-020', '- ‸id: B-020'],
    ],
    says: 'notes is missing at B-020',
    passes: [['"Watch who decides."', 'Watch.']],
  },
  {
    fault: 'an inject without expected actions',
    fails: [
      ['    expect: [{id: a2, do: "Names an owner", by: IC, min: 8}]\n', ''],
      ['- id: B-020', '- ‸id: B-020'],
    ],
    says: 'expect is missing at B-020',
    passes: [['min: 8}', 'min: 80}']],
  },
  {
    fault: 'an inject without questions',
    fails: [
      ['    ask: ["Who may say so?"]\n', ''],
      ['- id: B-020', '- ‸id: B-020'],
    ],
    says: 'ask is missing at B-020',
    passes: [['ask: ["Who may say so?"]', 'ask: ["Who?"]']],
  },
  {
    fault: 'a cue without a target',
    fails: [
      ['    detect_target_min: 5\n', ''],
      ['- id: B-010', '- ‸id: B-010'],
    ],
    says: 'detect_target_min is missing at B-010',
    passes: [
      ['    detect_target_min: 5\n', ''],
      ['detectable: true', 'detectable: false'],
    ],
  },
  {
    fault: 'a decision without a consequence',
    fails: [
      ['      if_no_decision: "An analyst asks."\n', ''],
      ['- id: B-020', '- ‸id: B-020'],
    ],
    says: 'decision.if_no_decision is missing at B-020',
    passes: [['An analyst asks.', 'Nothing.']],
  },
  {
    fault: 'an inject of the pocket without a purpose',
    fails: [
      ['purpose: "Pace", ', ''],
      ['- {id: B-C1', '- ‸{id: B-C1'],
    ],
    says: 'purpose is missing at B-C1',
    passes: [['"Pace"', 'Pace']],
  },
  {
    fault: 'an inject of the pocket without a subject',
    fails: [
      ['subject: "A question",', ''],
      ['- {id: B-C1', '- ‸{id: B-C1'],
    ],
    says: 'subject is missing at B-C1',
    passes: [
      ['subject: "A question",', ''],
      ['channel: email', 'channel: sms'],
    ],
  },
];

describe('A script', () => {
  test.each(warnings)('with $fault is playable, and its author is told where', async ({ fails, says, passes }) => {
    const { lines, place } = await checkEdited(fails);
    expect(lines).toEqual([`script.yaml:${place}: warning: ${says}`]);
    expect((await checkEdited(passes)).lines).toEqual([]);
  });
});
