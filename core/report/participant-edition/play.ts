import type { SavedEvent, SavedEventOf } from '../../exercise/events.ts';
import { findFirst, listStanding, listStandingOf } from '../../exercise/state.ts';
import { walkStoryline } from '../../exercise/storyline.ts';
import { findShown, type Shown } from '../../exercise/views/find-shown.ts';
import { storyTime } from '../../local-time.ts';
import { findInjectOfDecision } from '../../scenario/find-inject.ts';
import { type Block, type Cell, linesOf, paragraph, quiet } from '../document.ts';
import { clockMark, type Facts } from '../facts.ts';
import { unasked } from '../script-words.ts';
import { channelNames, roleNames, sentence } from '../term-words.ts';
import type { Told } from './told.ts';

/** How it unfolded as the room saw it, and what was decided there. */
export function writePlay(told: Told): readonly Block[] {
  return [
    { is: 'section', number: 4, text: 'How it unfolded' },
    ...writeTimeline(told),
    { is: 'section', number: 5, text: 'What was decided' },
    ...writeDecisions(told),
  ];
}

function writeTimeline({ facts, said }: Told): readonly Block[] {
  const storyline = new Map(Array.from(walkStoryline(facts.state), (moment) => [moment.event.seq, moment]));
  const rows = listStanding(facts.state)
    .toSorted((one, other) => one.m - other.m || one.seq - other.seq)
    .flatMap((event): readonly (readonly Cell[])[] => {
      const words = tellSeen(facts, event) ?? tellReached(event);
      if (words === null) return [];
      return [
        [
          clockMark(facts, event.m),
          storyTime(storyline.get(event.seq)?.storylineTime ?? facts.state.scenario.storyline_start),
          said(words),
        ],
      ];
    });
  if (rows.length === 0) return [paragraph('Nothing was shown to the room.')];
  return [
    {
      is: 'table',
      caption: 'What the room was shown and what it reached; minutes of play and the time in the story',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Exercise', width: 1080 },
        { head: 'Storyline', width: 1320 },
        { head: 'What happened', width: 6960 },
      ],
      rows,
    },
  ];
}

/** The first showing of what everybody was shown, under the words that stood on it; read aloud: by whom. */
function tellSeen({ state }: Facts, { type, data }: SavedEvent): string | null {
  if (type !== 'inject_released' || data.showing > 1) return null;
  const shown = findShown(state, { inject: data.inject, already_done: data.already_done });
  return shown === null || shown.audience === 'named' ? null : tellArtefact(shown);
}

function tellArtefact({ audience, channel, from, subject }: Shown): string {
  const what = audience === 'room' && subject ? subject : `from ${from}`;
  return `${channelNames[channel]}: ${sentence(what)}`;
}

function tellReached({ type }: SavedEvent): string | null {
  switch (type) {
    case 'incident_declared':
      return 'Incident declared.';
    case 'exec_notified':
      return 'Executive sponsor told.';
    case 'containment_declared':
      return 'Containment declared.';
    case 'eradication_declared':
      return 'Eradication declared.';
    case 'recovery_declared':
      return 'Recovery declared.';
    case 'statement_approved':
      return 'Statement approved.';
    case 'real_world_stop':
      return 'Stopped: something real had happened.';
    case 'exercise_suspended':
      return 'The sitting ended.';
    default:
      return null;
  }
}

type Made = SavedEventOf<'decision_made'>;

function writeDecisions({ facts, said }: Told): readonly Block[] {
  const made = listStandingOf(facts.state, 'decision_made').filter((event) => !isPrivate(facts, event.data.decision));
  if (made.length === 0) return [paragraph('No decision was recorded.')];
  const revised = listStandingOf(facts.state, 'decision_revised');
  return [
    {
      is: 'table',
      caption: 'Decisions of the room, in the order in which they were made',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Question', width: 3600 },
        { head: 'Decided', width: 4680 },
        { head: 'At', width: 1080 },
      ],
      rows: made.map((event) => [
        linesOf({ words: said(tellQuestion(facts, event)) }, quiet(roleNames[event.data.by])),
        linesOf(
          { words: [{ bold: sentence(said(event.data.choice)) }, ...because(event.data.rationale, said)] },
          ...revised
            .filter(({ data }) => data.decision === event.data.decision)
            .map(({ m, data }) => ({
              words: [
                `Revised at ${clockMark(facts, m)}: `,
                { bold: sentence(said(data.choice)) },
                ...because(data.rationale, said),
              ],
            })),
        ),
        clockMark(facts, event.m),
      ]),
    },
  ];
}

const because = (rationale: string | undefined, said: Told['said']) =>
  rationale ? [` ${sentence(said(rationale))}`] : [];

function tellQuestion({ state }: Facts, { data }: Made): string {
  const scripted = findInjectOfDecision(state.scenario, data.decision)?.decision?.question;
  const opened = findFirst(state, `opened:${data.decision}`);
  const asked = opened?.type === 'decision_opened' ? opened.data.question : undefined;
  return data.question ?? scripted ?? asked ?? unasked;
}

/** Of an inject that only named functions were shown. */
function isPrivate({ state }: Facts, decision: string): boolean {
  const opened = findFirst(state, `opened:${decision}`);
  const of = opened?.type === 'decision_opened' ? opened.data.inject : undefined;
  const carrier = findInjectOfDecision(state.scenario, decision)?.id ?? of;
  return carrier !== undefined && findShown(state, { inject: carrier, already_done: false })?.audience === 'named';
}
