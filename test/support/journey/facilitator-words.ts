import type { ExerciseState } from '#core/exercise/state.ts';
import type { Inject } from '#core/scenario/schema.ts';

/** A shorter one may stand anywhere by chance. */
const shortest = 12;

/** Letters and digits alone: how a text is wrapped, escaped or marked up does not hide it. */
export const lettersOf = (text: string) =>
  text
    .replace(/\\+[nrt]|&(amp|lt|gt|quot|nbsp|#\d+);/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Every line of the script as played and of what was written down, but for what was released to the room. */
export function listFacilitatorWords(state: ExerciseState): readonly string[] {
  const { scenario, log } = state;
  const written = log.items.filter(({ type }) => type !== 'exercise_started').map(({ data }) => data);
  const forRoom = scenario.injects.filter(({ id }) => state.standing.has(`released:${id}`)).flatMap(wordsForRoom);
  const allowed = lettersOf(forRoom.join(' '));
  const lines = [...leavesOf(scenario), ...leavesOf(written)].flatMap((text) => text.split('\n'));
  return [...new Set(lines)].filter((line) => lettersOf(line).length >= shortest && !allowed.includes(lettersOf(line)));
}

export const listReleasedBodies = ({ scenario, standing }: ExerciseState): readonly string[] =>
  scenario.injects
    .filter(({ id, audience }) => audience === 'room' && standing.has(`released:${id}`))
    .flatMap(({ body }) => body.split('\n')[0] ?? []);

function wordsForRoom({ audience, from, to, subject = '', body, storyline_time, attachments }: Inject) {
  if (audience === 'named') return [];
  if (audience === 'facilitator_reads') return [from];
  return [from, to, subject, body, storyline_time, ...leavesOf(attachments)];
}

/** Who writes to whom, how and when in the story: the same in many injects, and in itself no secret. */
const everybodys = new Set(['from', 'to', 'channel', 'storyline_time', 'storyline_start', 'placeholders']);

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => (everybodys.has(name) ? [] : leavesOf(held)));
}
