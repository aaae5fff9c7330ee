import { notLegalAdvice } from '../clocks/legal-clocks.ts';
import { findEndM } from '../exercise/metrics/measure-exercise.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { type ClockCard, listClockCards } from '../exercise/views/console-view-clocks.ts';
import { longDay } from '../local-time.ts';
import { listClocks } from '../scenario/find-clock.ts';
import { type Block, note, paragraph, type ReportDocument } from './document.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { cardOfClock, rowOfClock } from './legal-annex/clock-card.ts';
import { describePostMortem } from './post-mortem.ts';
import { clockOf } from './script-words.ts';
import { countWord, listWords } from './term-words.ts';
import { titleWords } from './title-words.ts';

/**
 * Obligations recognised and missed, apart from the post-mortem, so that facts and counsel's advice stay separable. null where the
 * script names no clock. Source: spec.md C.1, row L. No privilege line: no field of the record says that Legal asked for one.
 */
export function buildLegalAnnex(state: ExerciseState, head: string): ReportDocument | null {
  if (listClocks(state.scenario).length === 0) return null;
  const facts = gatherFacts(state, head);
  return {
    ...describePostMortem(facts),
    id: `LA-${facts.setup.exercise}`,
    title: `Legal annex – ${titleWords(facts)}`,
    subject: 'Legal clocks of a security table-top exercise',
    keywords: ['exercise', 'legal annex', state.scenario.quarter, state.scenario.title].join(', '),
    blocks: writeAnnex(facts),
  };
}

function writeAnnex(facts: Facts): readonly Block[] {
  const { state, setup } = facts;
  const all = listClockCards(state, findEndM(state));
  const recognised = all.filter(({ status }) => status === 'recognised' || status === 'filed');
  const missed = all.filter(({ status }) => status === 'not_recognised');
  const ruledOut = all.filter(({ status }) => status === 'not_applicable');
  return [
    { is: 'title', text: `Legal annex – ${titleWords(facts)}` },
    {
      is: 'meta',
      words: `${setup.organisation.name} · annex to PM-${setup.exercise} · times of the story, which begins on ${longDay(setup.plan.storyline_start.slice(0, 10))}, ${setup.organisation.time_zone}`,
    },
    paragraph({ bold: notLegalAdvice }, ' Facts of the exercise only; counsel’s advice belongs elsewhere.'),
    ...(all.length === 0 ? [paragraph('No legal clock was exercised.')] : writeOverview(all)),
    ...writeGroup(recognised, 'recognised'),
    ...writeGroup(missed, 'started and not recognised'),
    ...writeGroup(ruledOut, 'ruled out'),
    ...writeIdle(state, all),
  ];
}

function writeOverview(records: readonly ClockCard[]): readonly Block[] {
  return [
    {
      is: 'table',
      caption: 'Legal clocks of the exercise',
      columns: [
        { head: 'Obligation', width: 2940 },
        { head: 'Status', width: 1620 },
        { head: 'Deadline', width: 1920 },
        { head: 'Time used, left', width: 2880 },
      ],
      rows: records.map(rowOfClock),
    },
    note('Used and left are counted on the storyline, until the notice went out, else until the end of play.'),
  ];
}

function writeGroup(records: readonly ClockCard[], what: string): readonly Block[] {
  if (records.length === 0) return [];
  const many = records.length === 1 ? 'obligation' : 'obligations';
  const text = `${countWord(records.length)} ${many} ${what}`;
  return [{ is: 'block_head', text: text.charAt(0).toUpperCase() + text.slice(1) }, ...records.flatMap(cardOfClock)];
}

/** Clocks that the script knows and nothing started, or that the profile excludes. */
function writeIdle({ scenario }: ExerciseState, all: readonly ClockCard[]): readonly Block[] {
  const exercised = new Set(all.map(({ clock }) => clock));
  const idle = listClocks(scenario).filter((clock) => !exercised.has(clock));
  if (idle.length === 0) return [];
  return [
    note(
      `Known to the script and not exercised, because nothing started them or the profile excludes them: ${listWords(idle.map(clockOf))}.`,
    ),
  ];
}
