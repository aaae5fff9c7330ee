import { listStandingOf } from '../../exercise/state.ts';
import { longDay, shortDate } from '../../local-time.ts';
import { listTookPart } from '../../review/customer-summary.ts';
import type { RatedObjective } from '../../review/rate-objectives.ts';
import { type Block, note, paragraph, type StripItem } from '../document.ts';
import { versionWords } from '../facts.ts';
import { capabilityVerbs, listWords, minutesWords, plain, ratingWords, roleNames, sentence } from '../term-words.ts';
import type { Told } from './told.ts';

const stripWidth = 6;

export function writeOpening(told: Told, title: string): readonly Block[] {
  const { facts, said } = told;
  const { setup, state, days, measures } = facts;
  const played = days.first === days.last ? longDay(days.first) : `${shortDate(days.first)} to ${shortDate(days.last)}`;
  const what = [setup.organisation.name, plain(state.scenario.type), `played ${played}`];
  const sample = setup.sample ? ['sample exercise'] : [];
  const written = listStandingOf(state, 'if_real_written').at(-1)?.data;
  return [
    { is: 'title', text: title },
    { is: 'meta', words: `${what.join(' · ')}, ${minutesWords(measures.net_minutes)} of play` },
    { is: 'meta', words: ['For everybody who took part', versionWords(facts), ...sample].join(' · ') },
    ...(written
      ? [{ is: 'lead', text: sentence(said(written.text)), by: 'The review of this exercise' } as const]
      : []),
    paragraph({ bold: 'Thank you. ' }, tellThanks(told)),
    note(
      'From the record of the exercise, with functions instead of names. Left out: the facilitator’s notes, legal clocks, and what was handed to named functions only, with the findings that rest on it. It assesses no individual. Was something different from what stands here? Tell the Incident Commander: what is corrected is listed in the report.',
    ),
    ...writeRatings(told),
  ];
}

function tellThanks({ facts: { state } }: Told): string {
  const functions = listTookPart(state).map((role) => roleNames[role]);
  if (functions.length === 0) return 'What follows came from those at the table.';
  return `What follows came from those at the table: ${listWords(functions)}.`;
}

function writeRatings({ facts: { objectives, isRated } }: Told): readonly Block[] {
  const head: Block = { is: 'block_head', text: 'How the objectives went' };
  if (!isRated) return [head, paragraph('Not rated: the facilitator and the Incident Commander were the same person.')];
  const items = objectives.map(stripItem);
  const rows = Array.from({ length: Math.ceil(items.length / stripWidth) }, (_, row) => {
    return items.slice(row * stripWidth, (row + 1) * stripWidth);
  });
  return [
    head,
    ...rows.map((row): Block => ({ is: 'strip', items: row })),
    note('P without, S some, M major challenges; U unable; N not exercised. What nobody saw lowers no rating.'),
  ];
}

function stripItem(rated: RatedObjective): StripItem {
  const { objective, final } = rated;
  return {
    name: capabilityVerbs[objective.capability],
    rating: final?.rating ?? null,
    words: final ? ratingWords[final.rating] : 'not rated yet',
    evidence: tellTasks(rated),
  };
}

/** Counted, not named: what the script expected is the facilitator's. */
function tellTasks({ tasks, exercised }: RatedObjective): string {
  if (exercised === 0) return 'Not exercised';
  const count = (wanted: RatedObjective['tasks'][number]['state']) =>
    tasks.filter(({ state }) => state === wanted).length;
  const parts = [
    [count('done_on_time'), 'on time'],
    [count('done_late'), 'late'],
    [count('not_done'), 'not done'],
    [count('not_seen'), 'not seen'],
  ] as const;
  return `Tasks: ${parts.flatMap(([many, words]) => (many > 0 ? [`${many} ${words}`] : [])).join(', ')}`;
}
