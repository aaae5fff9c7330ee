import type { SavedEvent } from '#core/exercise/events.ts';
import { readJournal } from '../saving/read-journal.ts';
import { listExercises, type Workspace } from '../saving/workspace.ts';

/** The numbers of actions in a journal, withdrawn or not: none is given twice, also where the register does not know of it. */
export function listNumbers(events: readonly SavedEvent[]): readonly string[] {
  return events.flatMap((event) => (event.type === 'action_agreed' ? [event.data.register_id] : []));
}

type Given = { readonly isSample: boolean | null; readonly numbers: readonly string[] };

/**
 * What the exercises of a workspace have given, by their journals: a register that was moved away, restored or not saved in time
 * knows less. Each is read once; `eventsOf` has those that are open and may have given more since.
 */
export function createNumbersGiven(
  workspace: Workspace,
  eventsOf: (exercise: string) => readonly SavedEvent[] | null = () => null,
) {
  const read = new Map<string, Given>();

  async function look(exercise: string): Promise<Given> {
    const open = eventsOf(exercise);
    const known = open ? describe(open) : read.get(exercise);
    if (known) return known;
    const { events, salvaged } = await readJournal(workspace.exerciseFolder(exercise));
    const given = describe([...events, ...salvaged]);
    read.set(exercise, given);
    return given;
  }

  /** Samples have a register, and so numbers, of their own; where a journal does not tell any more, its numbers count. */
  return async (isSample: boolean): Promise<readonly string[]> => {
    const given: string[] = [];
    for (const exercise of await listExercises(workspace)) {
      const found = await look(exercise);
      if (found.isSample === null || found.isSample === isSample) given.push(...found.numbers);
    }
    return given;
  };
}

export type NumbersGiven = ReturnType<typeof createNumbersGiven>;

function describe(events: readonly SavedEvent[]): Given {
  const started = events.find((event) => event.type === 'exercise_started');
  return { isSample: started?.data.sample ?? null, numbers: listNumbers(events) };
}
