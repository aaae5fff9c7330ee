import { useCallback, useState } from 'react';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { ExerciseStore } from '../../../state/exercise-store.ts';

/** Gives a command and keeps the words of a refusal. What failed to be saved is told by the head of the console. */
export function useGive(store: ExerciseStore) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const give = useCallback(
    async (command: WindowCommand, pressedM?: number) => {
      const outcome = await store.give(command, pressedM);
      setSaid(null);
      const isKept = !outcome.ok && outcome.problem.code === 'kept_unsaved'; // off its form's hands, and told at the foot of the stage
      setRefusal(outcome.ok || isKept ? null : `${outcome.problem.message} ${outcome.problem.hint}`);
      return outcome.ok || isKept;
    },
    [store],
  );
  return { give, refusal, setRefusal, said, setSaid };
}
