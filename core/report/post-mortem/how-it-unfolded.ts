import { notLegalAdvice } from '../../clocks/legal-clocks.ts';
import { listStandingOf } from '../../exercise/state.ts';
import { storyTime } from '../../local-time.ts';
import { listDeviations } from '../deviations.ts';
import { type Block, note, paragraph } from '../document.ts';
import type { Facts } from '../facts.ts';
import { listMoments } from '../moments.ts';
import { drawSwimLanes, type SwimLanes } from '../swim-lanes.ts';
import { listWords, plural, roleNames } from '../term-words.ts';

export function writeHowItUnfolded(facts: Facts): readonly Block[] {
  const lanes = drawSwimLanes(facts);
  const moments = listMoments(facts);
  const deviations = listDeviations(facts);
  const head: Block = { is: 'section', number: 5, text: 'How it unfolded' };
  if (moments.length === 0) return [head, paragraph('No inject was released.')];
  return [
    head,
    { is: 'swim_lanes', lanes, caption: tellLegend(lanes), description: describeLanes(lanes) },
    {
      is: 'table',
      caption: 'What was known when: the main injects and what followed',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Exercise', width: 900 },
        { head: 'Storyline', width: 1140 },
        { head: 'What happened', width: 7320 },
      ],
      rows: moments.map(({ exercise, storyline, inject, text }) => [
        exercise,
        storyTime(storyline),
        inject ? [{ bold: inject }, ` ${text}`] : text,
      ]),
    },
    ...(namesDuties(facts) ? [note(`Legal duties: ${notLegalAdvice}`)] : []),
    { is: 'subhead', text: 'Deviations from the script' },
    ...(deviations.length === 0 ? [paragraph('None: every inject was released as planned.')] : []),
    ...deviations.map((words): Block => ({ is: 'point', words })),
  ];
}

const namesDuties = ({ state }: Facts): boolean =>
  listStandingOf(state, 'clock_recognised', 'clock_not_applicable', 'clock_filed').length > 0;

/** Names only what the picture holds. */
function tellLegend({ injects, lanes, stops }: SwimLanes): string {
  const has = (kind: 'pause' | 'real_world' | 'sitting') => stops.some((stop) => stop.kind === kind);
  const isHollow = injects.some(({ kind }) => kind !== 'planned');
  const lines = [
    ...(has('pause') ? ['grey, a pause'] : []),
    ...(has('real_world') ? ['red, a REAL WORLD stop'] : []),
    ...(has('sitting') ? ['dashed, the end of a sitting'] : []),
  ];
  const parts = [
    `Injects (diamonds${isHollow ? '; hollow: from the pocket or improvised' : ''}), what was observed (dots, named if there is room)`,
    'and decisions (bars from opened to made; striped: late, dashed: still open), in minutes of play.',
    ...(lines.length > 0 ? [`Lines: ${lines.join('; ')}.`] : []),
    ...(lanes.some(({ away }) => away.length > 0) ? ['Shaded: the function was not in the room.'] : []),
  ];
  return parts.join(' ');
}

/** The picture in sentences, for those who cannot see it. */
function describeLanes({ minutes, injects, lanes }: SwimLanes): string {
  const clock = (at: number) => `T+${Math.floor(at)}`;
  const told = lanes.map(({ role, marks, decisions }) => {
    const done = marks.flatMap(({ at, label }) => (label === null ? [] : [`${label} at ${clock(at)}`]));
    const states = { in_time: 'in time', late: 'late', open: 'open at the end' } as const;
    const decided = decisions.map(
      ({ label, from, to, state }) => `${label} from ${clock(from)} to ${clock(to)}, ${states[state]}`,
    );
    const all = [...done, ...decided];
    return `${roleNames[role]}: ${all.length === 0 ? 'nothing observed' : listWords(all)}.`;
  });
  return `Timeline of ${Math.round(minutes)} minutes with ${plural(injects.length, 'inject')}. ${told.join(' ')} The table below holds the main moments.`;
}
