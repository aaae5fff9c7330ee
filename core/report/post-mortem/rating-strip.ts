import { isGrave } from '../../review/list-final-blockers.ts';
import type { RatedObjective } from '../../review/rate-objectives.ts';
import { taskName } from '../../scenario/task-name.ts';
import { type Block, note, paragraph, type StripItem } from '../document.ts';
import type { Facts } from '../facts.ts';
import { capabilityVerbs, capitalise, countWord, listWords, ratingWords } from '../term-words.ts';

const stripWidth = 6;

/** One cell an objective: its rating and what was seen of its tasks. */
export function writeRatingStrip(facts: Facts): readonly Block[] {
  const { objectives, isRated } = facts;
  const head: Block = {
    is: 'block_head',
    text:
      objectives.length === 1 ? 'How the objective went' : `How the ${countWord(objectives.length)} objectives went`,
  };
  if (!isRated) {
    const evidence = objectives.map(
      ({ objective, ...rated }) => `${objective.id} ${tellEvidence({ objective, ...rated })}`,
    );
    const why = 'Not rated: the facilitator and the Incident Commander were the same person. ';
    return [head, paragraph(why, `${evidence.join('; ')}.`)];
  }
  const items = objectives.map(stripItem);
  const rows = Array.from({ length: Math.ceil(items.length / stripWidth) }, (_, row) => {
    return items.slice(row * stripWidth, (row + 1) * stripWidth);
  });
  return [
    head,
    ...rows.map((row): Block => ({ is: 'strip', items: row })),
    note(
      `P without, S some, M major challenges; U unable; N not exercised. A task nobody saw lowers no rating (section 2).${tellOutside(facts)}`,
    ),
  ];
}

/** Critical and high gaps that no rating shows. */
function tellOutside({ gapsOutside }: Facts): string {
  const named = gapsOutside.filter(({ severity }) => isGrave(severity));
  return named.length > 0
    ? ` Critical or high gaps that belong to no objective, so that no rating shows them: ${listWords(named.map(({ gap }) => gap))}.`
    : '';
}

function stripItem(rated: RatedObjective): StripItem {
  const { objective, final, suggestion } = rated;
  const isOverruled = final !== null && suggestion !== null && final.rating !== suggestion;
  const open = suggestion ? `not rated; suggested ${suggestion}` : 'not rated yet';
  return {
    name: `${objective.id} ${capabilityVerbs[objective.capability]}`,
    rating: final?.rating ?? null,
    words: final ? `${ratingWords[final.rating]}${isOverruled ? `; suggested ${suggestion}` : ''}` : open,
    evidence: capitalise(tellEvidence(rated)),
  };
}

/** What was seen of the critical tasks, the gravest first: not done, not observed, late; then what else weighs. */
function tellEvidence(rated: RatedObjective): string {
  const { tasks, exercised } = rated;
  const named = (state: RatedObjective['tasks'][number]['state']) =>
    tasks.filter((task) => task.state === state).map(({ name }) => taskName(name));
  const notDone = named('not_done');
  const notSeen = named('not_seen');
  if (tasks.length === 0) return 'no critical task in the script';
  if (exercised === 0) return `${allOf(tasks.length)} left out`;
  if (notDone.length > 0) return `not done: ${nameFirst(notDone)}`;
  if (notSeen.length > 0) return `not observed: ${nameFirst(notSeen)}`;
  return tellSeen(rated, named('done_late').length);
}

function tellSeen({ tasks, seen, exercised, gaps }: RatedObjective, late: number): string {
  if (late > 0 && late === seen && exercised === tasks.length) return `${allOf(seen)} late`;
  const observed =
    exercised < tasks.length ? `${exercised} of ${tasks.length} tasks exercised` : `${allOf(seen)} observed`;
  if (late > 0) return `${observed}, ${late} late`;
  return gaps.length > 0 ? `${observed}; gap ${gaps.join(', ')}` : observed;
}

function allOf(count: number): string {
  if (count === 1) return 'its task';
  return count === 2 ? 'both tasks' : `all ${count} tasks`;
}

function nameFirst(names: readonly string[]): string {
  const [first = '', ...more] = names;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
