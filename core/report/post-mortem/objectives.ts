import type { CriticalTask, RatedObjective } from '../../review/rate-objectives.ts';
import { taskName } from '../../scenario/task-name.ts';
import { type Block, type Cell, linesOf, note, quiet, type Run } from '../document.ts';
import type { Facts, Gap } from '../facts.ts';
import { capitalise, listWords, ratingWords, roleNames, severityNames, unbroken } from '../term-words.ts';

export function writeObjectives(facts: Facts): readonly Block[] {
  const { objectives, state } = facts;
  const left = state.scenario.objectives.filter(({ id }) => !objectives.some(({ objective }) => objective.id === id));
  return [
    { is: 'section', number: 2, text: 'Objectives' },
    {
      is: 'statement',
      words: `By rule a task not done suggests U, one later than twice its target or a critical or high gap M, a late task or a medium gap S, else P; the evaluator decides. ${tellSeats(facts)}`,
    },
    {
      is: 'table',
      caption: 'Objectives, evidence and ratings',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Required', width: 3360 },
        { head: 'Present', width: 3420 },
        { head: 'Rating', width: 2580 },
      ],
      rows: objectives.map((rated) => [requiredCell(rated), presentCell(facts, rated), ratingCell(facts, rated)]),
    },
    ...listOutside(facts),
    ...(left.length > 0 ? [note(`Not in the scope of this session: ${left.map(({ id }) => id).join(', ')}.`)] : []),
  ];
}

/** Said, so that nobody takes the ratings for the whole. */
function listOutside({ gapsOutside }: Facts): readonly Block[] {
  if (gapsOutside.length === 0) return [];
  return [note(`Linked to no objective, so in no rating: ${listWords(gapsOutside.map(nameGap))}.`)];
}

const nameGap = ({ gap, severity }: Gap) => `${gap} (${severity ? severityNames[severity] : 'no severity'})`;

/** Whether the ratings can stand. Source: definitions.md, "Roles". */
function tellSeats({ isRated, setup }: Facts): string {
  if (!isRated)
    return 'Facilitator and Incident Commander were the same person, so objectives and times are not rated.';
  const open = (['FAC', 'IC'] as const).filter((role) => !setup.participants.some((person) => person.role === role));
  if (open.length === 0) return 'Facilitator and Incident Commander were different people, so ratings and times stand.';
  const names = open.map((role) => roleNames[role]).join(' or ');
  return `Nobody is entered as ${names}; ratings and times stand only if two people held the two roles.`;
}

function requiredCell({ objective }: RatedObjective): Cell {
  return linesOf({ words: [{ bold: `${objective.id} ` }, objective.text.trim()] });
}

function presentCell(facts: Facts, { tasks, gaps, exercised, seen, objective }: RatedObjective): Cell {
  if (exercised === 0)
    return linesOf({ words: [{ bold: 'Not exercised.' }] }, quiet(whyNot(facts, objective.critical_tasks)));
  const linked = facts.gaps.filter(({ gap }) => gaps.includes(gap.gap)).map(({ gap }) => nameGap(gap));
  return linesOf(
    { words: tasks.flatMap((task, at) => [...(at > 0 ? [' · '] : []), ...taskWords(facts, task)]) },
    quiet(
      `evidence on ${seen} of ${exercised} critical tasks${linked.length > 0 ? ` · gap ${linked.join(', ')}` : ''}`,
    ),
  );
}

function taskWords(
  { isRated, state: { scenario } }: Facts,
  { id, name, state, minutes, targetMinutes }: CriticalTask,
): readonly Run[] {
  const what = capitalise(taskName(name));
  const isDecision = scenario.injects.some(({ decision }) => decision?.id === id);
  const done = isDecision ? 'decided' : 'done';
  const took = minutes === 0 ? ' before it was due to start' : ` ${minutes?.toFixed(1)} min of ${targetMinutes}`;
  const timed = minutes !== null && isRated ? `${done}${took}` : done;
  switch (state) {
    case 'done_on_time':
      return [`${what}: ${timed}`];
    case 'done_late':
      return [`${what}: ${timed}`, ...(isRated ? [', ', { bold: 'late' }] : [])];
    case 'not_done':
      return [`${what}: `, { bold: isDecision ? 'not decided' : 'not done' }];
    case 'not_seen':
      return [`${what}: `, { bold: 'not observed' }];
    case 'not_exercised':
      return [`${what}: not exercised`];
  }
}

/** The injects that carry an objective's tasks, none of which was released. */
function whyNot({ state }: Facts, tasks: Readonly<Record<string, string>>): string {
  const ids = new Set(Object.values(tasks));
  const carriers = state.scenario.injects.filter(({ expect, decision }) => {
    return expect.some(({ id }) => ids.has(id)) || (decision && ids.has(decision.id));
  });
  return carriers.length > 0
    ? `Never released: ${carriers.map(({ id }) => id).join(', ')}`
    : 'No inject carries its tasks';
}

/** The reason, and the suggestion where the evaluator came to something else. */
function ratingCell({ isRated }: Facts, { final, suggestion, because }: RatedObjective): Cell {
  if (!isRated) return 'not rated';
  const suggested = suggestion ? `suggested ${suggestion}: ${because}` : `no suggestion: ${because}`;
  if (!final) return linesOf({ words: [{ bold: 'Not rated yet' }] }, quiet(suggested));
  const chip = { words: [{ rating: final.rating }, unbroken(` ${ratingWords[final.rating]}`)] };
  const asSuggested = final.rating === suggestion ? `as suggested: ${because}` : suggested;
  return linesOf(chip, quiet(asSuggested), final.reason !== null && quiet(`evaluator: ${final.reason}`));
}
