import { type Block, paragraph } from '../../report/document.ts';
import { furtherQuestions, hotWashQuestions } from '../../review/hot-wash.ts';
import type { Pack } from '../pack.ts';

const parkedLines = 6;

export function writeHotWash({ scenario }: Pack, isFolded: boolean): readonly Block[] {
  return [
    { is: 'statement', words: `${scenario.hotwash_min} minutes. Three questions, always:` },
    { is: 'form', rows: hotWashQuestions.map(({ question }) => ({ name: question, height: 1100 })) },
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
    ...furtherQuestions.map((words): Block => ({ is: 'point', words })),
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
