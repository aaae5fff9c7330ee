import { isReleased } from '../../exercise/state.ts';
import { longDay, shortDate } from '../../local-time.ts';
import { gatherAttendance, nameRoles } from '../attendance.ts';
import { type Block, paragraph } from '../document.ts';
import type { Facts } from '../facts.ts';
import { capitalise, listWords, minutesWords, plain, plural, sentence } from '../term-words.ts';

/** Section 7. Source: spec.md C.1. */
export function writeOverview(facts: Facts): readonly Block[] {
  const { assumptions, artificialities } = facts.state.scenario;
  return [
    { is: 'section', number: 7, text: 'Overview and method' },
    paragraph(
      'A discussion-based table-top: the room talks through what it would do, and nothing is carried out on a system. People acted reasonably with what they knew; the exercise tests plans, arrangements and tools, not persons.',
    ),
    { is: 'card', rows: listOverview(facts) },
    { is: 'subhead', text: 'Assumptions' },
    ...listPoints(assumptions, 'The script states no assumption.'),
    { is: 'subhead', text: 'Artificialities' },
    ...listPoints(artificialities, 'The script states no artificiality.'),
    { is: 'subhead', text: 'Limits of measurement' },
    ...listLimits(facts).map((words): Block => ({ is: 'point', words })),
  ];
}

function listPoints(texts: readonly string[], none: string): readonly Block[] {
  if (texts.length === 0) return [paragraph(none)];
  return texts.map((text): Block => ({ is: 'point', words: sentence(text) }));
}

function listOverview(facts: Facts): readonly (readonly [string, string])[] {
  const { setup, state, days } = facts;
  const { present, left, stoodIn, played } = gatherAttendance(facts);
  const dates = days.first === days.last ? longDay(days.first) : `${shortDate(days.first)} to ${shortDate(days.last)}`;
  return [
    [
      'Type',
      `${capitalise(plain(state.scenario.type))}, script ${state.scenario.id} version ${setup.scenario.version}`,
    ],
    ['Date', `${dates} (${setup.organisation.time_zone})`],
    ['Duration', tellDuration(facts)],
    ['Scope', tellScope(facts)],
    ['Present', present.length > 0 ? nameRoles(present) : 'nobody was entered'],
    ['Absent for a time', left.length > 0 ? nameRoles(left) : 'nobody is recorded as leaving'],
    ['Stood in for', stoodIn.length > 0 ? nameRoles(stoodIn) : 'no stand-in is recorded'],
    ['Played by the facilitator', played.length > 0 ? nameRoles(played) : 'no function of the script'],
    ['Evaluated by', tellEvaluator(facts)],
  ];
}

function tellDuration({ measures }: Facts): string {
  const { net_minutes, paused_minutes, wall_minutes, sittings } = measures;
  return `${minutesWords(net_minutes)} of play and ${minutesWords(paused_minutes)} paused, ${minutesWords(wall_minutes)} in all; ${plural(sittings, 'sitting')}`;
}

function tellScope({ state, objectives }: Facts): string {
  const { injects, objectives: all } = state.scenario;
  const played = injects.filter(({ id }) => isReleased(state, id)).length;
  const kept = objectives.map(({ objective }) => objective.id);
  return `${listWords(kept) || 'no objective'} of ${plural(all.length, 'objective')}; ${played} of ${plural(injects.length, 'inject')} played`;
}

/** Independent is who held no function in the room. */
function tellEvaluator({ setup, objectives }: Facts): string {
  const entered = setup.participants.filter(({ role }) => role === 'EVAL').map(({ name }) => name);
  const names = new Set(setup.plan.evaluator === undefined ? entered : [setup.plan.evaluator]);
  if (names.size === 0) {
    const rated = objectives.some(({ final }) => final !== null);
    return rated ? 'nobody was named; who rated is not recorded' : 'nobody was named, and nothing was rated';
  }
  const who = listWords([...names]);
  const both = setup.participants.filter(({ name, role }) => role !== 'EVAL' && who.includes(name));
  return both.length === 0
    ? `${who}. Held no function in the room`
    : `${who}. Was also ${nameRoles(both.map(({ role }) => role))}, so not independent of those who played`;
}

function listLimits({ isRated, measures, objectives }: Facts): readonly string[] {
  const unseen = objectives.flatMap(({ tasks }) => tasks).filter(({ state }) => state === 'not_seen').length;
  return [
    'Times are those of the key presses of whoever recorded; what was said before it was written down counts from then.',
    'What was not recorded is reported as not observed, never as failed.',
    ...(unseen > 0
      ? [`${plural(unseen, 'critical task')} of the objectives in scope left no trace in the record.`]
      : []),
    ...(isRated ? [] : ['Facilitator and Incident Commander were one person, so ratings and times are not rated.']),
    ...measures.notes.map((note) => sentence(capitalise(note))),
  ];
}
