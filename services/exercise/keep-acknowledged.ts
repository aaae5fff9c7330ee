import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { describeEvent } from '#core/report/describe-event.ts';
import { tellWhole } from '#core/report/tell-whole.ts';
import { writeAgain } from '../saving/continue-journal.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { quarantine, realDisk } from '../saving/files.ts';
import { readEvent } from '../saving/journal-format.ts';
import { createTurns } from '../turns.ts';
import { type ReadExercise, readExercise } from './open-exercise.ts';

type Needs = {
  readonly workspace: string;
  readonly exercise: string;
  /** What was shown as saved. */
  readonly state: ExerciseState;
};

/**
 * What was shown as saved and is gone from the journal, because another program wrote there: written again where the journal is
 * an older copy of itself, else kept beside it. Gives what to tell; null where nothing is gone.
 */
export async function keepAcknowledged(needs: Needs): Promise<Outcome<string | null>> {
  const { workspace, exercise, state } = needs;
  const read = await readExercise(workspace, exercise);
  if (!read.ok) return read;
  const gone = await findGone(listLog(state.log), read.value);
  const [first] = gone;
  if (!first) return succeed(null);
  try {
    const isOlderCopy = first.seq === read.value.journal.events.length + 1 && isSound(read.value);
    return succeed(await (isOlderCopy ? bringBack(read.value, gone) : setBeside(needs, read.value, gone)));
  } catch (problem) {
    const message = `${name(gone)} of ${exercise}, shown as saved, ${isOrAre(gone)} gone from its journal and could not be kept: ${explainFailure(problem)}.`;
    return fail({
      code: 'not_saved',
      message,
      hint: 'Muster still holds all of it. Save a copy elsewhere, then try again.',
    });
  }
}

/** Nothing is wrong with it but that it ends too early. */
const isSound = ({ damage, journal }: ReadExercise) =>
  journal.salvaged.length === 0 && damage.every(({ kind }) => kind === 'behind_anchor' || kind === 'missing');

async function findGone(
  acknowledged: readonly SavedEvent[],
  { journal }: ReadExercise,
): Promise<readonly SavedEvent[]> {
  const turns = createTurns();
  const there = new Set<string>();
  for (const event of [...journal.events, ...journal.salvaged]) {
    there.add(JSON.stringify(event));
    if (turns.isDue()) await turns.give();
  }
  const gone: SavedEvent[] = [];
  for (const event of acknowledged) {
    if (!there.has(JSON.stringify(asRead(event)))) gone.push(event);
    if (turns.isDue()) await turns.give();
  }
  return gone;
}

/** With its fields in the order in which the journal gives them. */
function asRead(event: SavedEvent): SavedEvent | null {
  return readEvent(JSON.parse(JSON.stringify(event)) as SavedEvent); // the same entry, without what JSON leaves out
}

async function bringBack(
  { folder, exercise, scriptSha256, journal }: ReadExercise,
  gone: readonly SavedEvent[],
): Promise<string> {
  const file = await writeAgain({ folder, exercise, scriptSha256, read: journal, events: gone });
  return `${name(gone)}, shown as saved, had gone from the journal: another program has put an older copy of it there. Now written again, in ${file}.`;
}

/** In words for whoever looks for them, and as they were. */
async function setBeside({ state }: Needs, { folder }: ReadExercise, gone: readonly SavedEvent[]): Promise<string> {
  const words = gone.map((event) => {
    const { text } = describeEvent(event, state.scenario);
    return `${event.seq}  ${event.t}  ${event.type === 'exercise_started' ? text : tellWhole(text, event.data)}`;
  });
  const whole = gone.map((event) => JSON.stringify(event));
  const text = [`${name(gone)}, shown as saved and gone from the journal:`, '', ...words, '', ...whole, ''].join('\n');
  const file = `entries-${gone[0]?.seq}-to-${gone.at(-1)?.seq}.txt`;
  const kept = await quarantine(realDisk, join(folder, 'quarantine'), file, Buffer.from(text, 'utf8'));
  return `${name(gone)}, shown as saved, ${isOrAre(gone)} not in the journal any more: another program has changed it. All of it is kept, in words and whole, in ${kept}.`;
}

function name(gone: readonly SavedEvent[]): string {
  const [first, last] = [gone[0]?.seq, gone.at(-1)?.seq];
  return gone.length === 1 ? `Entry ${first}` : `Entries ${first} to ${last}`;
}

const isOrAre = (gone: readonly SavedEvent[]) => (gone.length === 1 ? 'is' : 'are');
