import type { SavedEventOf } from '../../exercise/events.ts';
import { listStandingOf } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import { type Block, type Cell, linesOf, note, paragraph, quiet } from '../document.ts';
import type { Facts, Gap } from '../facts.ts';
import { capitalise, listWords, responseNames, severityNames } from '../term-words.ts';

type Response = SavedEventOf<'management_response_recorded'>['data'];

/** Section 9: what the sponsor answered to each gap. */
export function writeManagementResponse({ state, gaps }: Facts): readonly Block[] {
  const head: Block = { is: 'section', number: 9, text: 'Management response' };
  if (gaps.length === 0) return [head, paragraph('No gap was recorded, so there is nothing to respond to.')];
  const responses = new Map(
    listStandingOf(state, 'management_response_recorded').map(({ data }) => [data.gap, data] as const),
  );
  if (!gaps.some(({ gap }) => responses.has(gap.gap))) return [head, paragraph('No response has been recorded yet.')];
  const open = gaps.flatMap(({ gap }) => (responses.has(gap.gap) ? [] : [gap.gap]));
  return [
    head,
    {
      is: 'table',
      caption: 'Response to each gap',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Gap', width: 3480 },
        { head: 'Response', width: 3240 },
        { head: 'By', width: 1380 },
        { head: 'Until', width: 1260 },
      ],
      rows: gaps.map(({ gap }) => rowOf(gap, responses.get(gap.gap))),
    },
    ...(open.length > 0 ? [note(`Not answered yet: ${listWords(open)}.`)] : []),
  ];
}

function rowOf(gap: Gap, response: Response | undefined): readonly Cell[] {
  const what = linesOf(
    { words: [{ bold: `${gap.gap} ` }, gap.title] },
    quiet(gap.severity ? severityNames[gap.severity] : 'no severity'),
  );
  if (!response) return [what, 'not answered yet', '–', '–'];
  return [
    what,
    linesOf(
      { words: capitalise(responseNames[response.decision]) },
      response.note !== undefined && quiet(response.note),
    ),
    response.by ?? 'not recorded',
    response.until === undefined ? '–' : shortDate(response.until),
  ];
}
