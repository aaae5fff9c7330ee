import { type Block, paragraph } from '../../report/document.ts';
import type { Pack } from '../pack.ts';

/** Source: spec.md B.9. */
const questions = [
  'What worked that we must keep?',
  'Where did we wait, and for what?',
  'What one change would help most?',
] as const;

const further = [
  'One word each: how was it?',
  'What surprised you?',
  'What did you need to know and could not find?',
  'Which decision would you revisit with the same information?',
  'Where were we lucky?',
  'What would have differed at 03:00 on a Sunday?',
  'Whom do you want to thank?',
] as const;

const parkedLines = 6;

export function writeHotWash({ scenario }: Pack, isFolded: boolean): readonly Block[] {
  return [
    { is: 'statement', words: `${scenario.hotwash_min} minutes. Three questions, always:` },
    { is: 'form', rows: questions.map((name) => ({ name, height: 1100 })) },
    paragraph(
      { bold: 'Then read back: ' },
      'the parking lot; the top three strengths first, then the top three gaps. Owners volunteer; nothing is given to somebody who is not there. Thank them.',
    ),
    { is: 'subhead', text: 'Parking lot' },
    {
      is: 'table',
      caption: null,
      rowHeight: 460,
      columns: [
        { head: 'What', width: 7200 },
        { head: 'Who takes it', width: 2160 },
      ],
      rows: Array.from({ length: parkedLines }, () => ['', '']),
    },
    { is: 'subhead', text: 'If there is time' },
    ...further.map((words): Block => ({ is: 'point', words })),
    ...(isFolded ? [] : writeLikelyGaps(scenario.likely_gaps)),
  ];
}

export function writeLikelyGaps(gaps: readonly string[]): readonly Block[] {
  if (gaps.length === 0) return [];
  return [
    { is: 'subhead', text: 'Gaps that teams often find here' },
    { is: 'statement', words: 'For you, not to be read out: the room finds its own.' },
    ...gaps.map((words): Block => ({ is: 'point', words })),
  ];
}
