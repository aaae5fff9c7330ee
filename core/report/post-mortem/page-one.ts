import { isReleased, listStandingOf } from '../../exercise/state.ts';
import { longDay, shortDate } from '../../local-time.ts';
import { listNotReached } from '../deviations.ts';
import { type Block, note, paragraph, type Run } from '../document.ts';
import { type Facts, type GapWithActions, latestDue, ownerWords, versionWords } from '../facts.ts';
import { countClocks, tellClocks } from '../legal-clocks.ts';
import {
  capitalise,
  countWord,
  cutAtWord,
  minutesWords,
  plain,
  plural,
  sentence,
  severityNames,
} from '../term-words.ts';
import { titleWords } from '../title-words.ts';
import { writeRatingStrip } from './rating-strip.ts';
import { tellSinceLast } from './since-last.ts';

const most = 3;

/** Whether these blocks fit the first page; whoever knows the paper says so. */
export type Fits = (blocks: readonly Block[]) => boolean;

/** What page one gives up, least first, when it would be longer than a page: words, never sizes. */
const brevities = [
  { story: 380, namesClocks: true, hasEffects: true, hasDetails: true },
  { story: 200, namesClocks: true, hasEffects: true, hasDetails: true },
  { story: 200, namesClocks: false, hasEffects: true, hasDetails: true },
  { story: 200, namesClocks: false, hasEffects: false, hasDetails: true },
  { story: 200, namesClocks: false, hasEffects: false, hasDetails: false },
  { story: 0, namesClocks: false, hasEffects: false, hasDetails: false },
] as const;
type Brevity = (typeof brevities)[number];

/** Cover and summary in one: what was tested, how it went, what must be decided, by whom and when. */
export function writePageOne(facts: Facts, fits: Fits = () => true): readonly Block[] {
  let written: readonly Block[] = [];
  for (const brevity of brevities) {
    written = writeBlocks(facts, brevity);
    if (fits(written)) break;
  }
  return written;
}

function writeBlocks(facts: Facts, { story, namesClocks, hasEffects, hasDetails }: Brevity): readonly Block[] {
  return [
    { is: 'title', text: `Exercise post-mortem – ${titleWords(facts)}` },
    ...writeMeta(facts),
    writeLead(facts),
    paragraph({ bold: 'The story. ' }, tellStory(facts, story)),
    ...writeRatingStrip(facts),
    ...writeAsks(facts),
    ...writeStrengths(facts, hasEffects),
    ...writeGaps(facts),
    ...writeClocks(facts, namesClocks),
    paragraph({ bold: 'Since the last exercise. ' }, tellSinceLast(facts, hasDetails)),
  ];
}

function writeMeta(facts: Facts): readonly Block[] {
  const { setup, state, days, measures, blockers, isFinal, registerIdOf } = facts;
  const played = days.first === days.last ? longDay(days.first) : `${shortDate(days.first)} to ${shortDate(days.last)}`;
  const owner = setup.sample ? ['sample exercise'] : [];
  const what = [setup.organisation.name, plain(state.scenario.type), `played ${played}`];
  const where = [...new Set(blockers.map((blocker) => registerIdOf(blocker.where)))].join(', ');
  const counted = blockers.length === 1 ? '1 point blocks FINAL' : `${blockers.length} points block FINAL`;
  const draft = blockers.length === 0 ? 'nothing blocks FINAL' : `${counted} (${cutAtWord(where, 60)}), see section 13`;
  const status = ['Report owner: Incident Commander', versionWords(facts), isFinal ? 'FINAL' : draft, ...owner];
  return [
    { is: 'meta', words: `${what.join(' · ')}, ${minutesWords(measures.net_minutes)} of play` },
    { is: 'meta', words: status.join(' · ') },
  ];
}

const shortestStory = 120;

/** The script's story in its first sentences, and how much of the script was played. */
function tellStory({ state }: Facts, most: number): string {
  const { storyline, injects } = state.scenario;
  const sentences = storyline
    .trim()
    .replace(/\s+/g, ' ')
    .match(/.+?[.!?](?=\s|$)/g) ?? [storyline];
  let told = '';
  for (const words of sentences) {
    if (told !== '' && told.length + words.length > most) break; // a story with a hole in it misleads
    told += words;
  }
  const played = injects.filter(({ id }) => isReleased(state, id)).length;
  const whole = most === 0 ? cutAtWord(told, shortestStory) : told.trim();
  const rest = listNotReached(state).length > 0 ? '; what follows in the story was not reached' : '';
  return `${whole} ${played} of the script’s ${plural(injects.length, 'inject')} ${played === 1 ? 'was' : 'were'} played${rest}.`;
}

function writeLead({ state }: Facts): Block {
  const written = listStandingOf(state, 'if_real_written').at(-1)?.data;
  if (!written) return note('The one sentence for this page, “If this had been real …”, has not been written yet.');
  return { is: 'lead', text: sentence(written.text), by: capitalise(written.by ?? 'the review of this exercise') };
}

function writeAsks({ state }: Facts): readonly Block[] {
  const asks = listStandingOf(state, 'leadership_asked').map(({ data }) => data);
  if (asks.length === 0)
    return [{ is: 'block_head', text: 'Asked of leadership' }, paragraph('No decision is asked of leadership.')];
  const title =
    asks.length === 1
      ? 'One decision asked of leadership'
      : `${capitalise(countWord(asks.length))} decisions asked of leadership`;
  return [
    { is: 'block_head', text: title },
    {
      is: 'table',
      caption: null,
      columns: [
        { head: '#', width: 300 },
        { head: 'Decision', width: 3840 },
        { head: 'Cost or effort', width: 1860 },
        { head: 'Owner', width: 1320 },
        { head: 'By when', width: 1260 },
        { head: 'Answer', width: 780 },
      ],
      rows: asks.map(({ what, cost, owner, by }, at) => [
        String(at + 1),
        what,
        cost ?? 'not estimated',
        owner ?? 'no owner named',
        by ? shortDate(by) : 'no date set',
        '',
      ]),
    },
  ];
}

function writeStrengths({ state }: Facts, hasEffects: boolean): readonly Block[] {
  const strengths = listStandingOf(state, 'strength_recorded').map(({ data }) => data);
  const head: Block = { is: 'block_head', text: headOf(strengths.length, 'strength', 'to keep') };
  if (strengths.length === 0) return [head, paragraph('No strength was recorded.')];
  return [
    head,
    ...strengths.slice(0, most).map(({ what, effect }): Block => {
      return {
        is: 'point',
        words: [{ bold: sentence(what) }, ...(effect && hasEffects ? [` ${sentence(capitalise(effect))}`] : [])],
      };
    }),
  ];
}

function writeGaps({ gaps }: Facts): readonly Block[] {
  const head: Block = { is: 'block_head', text: headOf(gaps.length, 'gap', 'to close') };
  if (gaps.length === 0) return [head, paragraph('No gap was recorded.')];
  return [
    head,
    {
      is: 'table',
      caption: null,
      columns: [
        { head: 'Id', width: 600 },
        { head: 'Gap', width: 4260 },
        { head: 'Severity', width: 1020 },
        { head: 'Owner', width: 2220 },
        { head: 'Due', width: 1260 },
      ],
      rows: gaps.slice(0, most).map(gapRow),
    },
  ];
}

function gapRow({ gap, actions }: GapWithActions) {
  const due = latestDue(actions);
  const last = actions.find(({ due_on }) => due_on === due) ?? actions[0];
  const severity: Run = gap.severity ? severityNames[gap.severity] : 'not set';
  const isGrave = gap.severity === 'critical' || gap.severity === 'high';
  return [
    gap.gap,
    gap.title,
    [isGrave ? { bold: severity } : severity],
    last ? ownerWords(last) : 'no action agreed',
    due ? shortDate(due) : '–',
  ];
}

function writeClocks({ state }: Facts, areNamed: boolean): readonly Block[] {
  const told = areNamed ? tellClocks(state) : countClocks(state);
  if (told === null) return [];
  return [
    paragraph(
      { bold: 'Legal clocks. ' },
      `${sentence(capitalise(told))} Exercise aid, not legal advice; see the legal annex.`,
    ),
  ];
}

/** `Three of seven gaps to close, all in section 4`. */
function headOf(count: number, one: string, what: string): string {
  if (count === 0) return `${capitalise(one)}s ${what}`;
  if (count > most) return `${capitalise(countWord(most))} of ${countWord(count)} ${one}s ${what}, all in section 4`;
  return `${capitalise(countWord(count))} ${one}${count === 1 ? '' : 's'} ${what}`;
}
