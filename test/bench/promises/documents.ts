import { need, openMuster } from '../../support/open-muster.ts';
import type { Figure } from '../figure.ts';
import { makeLongExercise } from '../long-exercises.ts';
import { watchEventLoop } from '../longest-block.ts';

const captures = 1_000;
const rounds = 3;
const limitMs = 5_000;
const blockMs = 100;

/** Every document of a busy exercise is written in seconds, in a thread of its own: whoever plays meanwhile notices nothing. */
export async function measure(): Promise<readonly Figure[]> {
  const { workspace, exercise, remove } = await makeLongExercise(captures);
  const { ask, close } = await openMuster(workspace);
  try {
    need(await ask.open_exercise({ exercise }));
    need(await ask.give_command({ exercise, command: { type: 'end_exercise' }, pressedM: null }));
    const took: number[] = [];
    const blocks: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const stop = watchEventLoop();
      const started = performance.now();
      need(await ask.write_documents({ exercise }));
      took.push(performance.now() - started);
      blocks.push(stop().workedMs);
    }
    const middle = (values: readonly number[]) =>
      [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
    return [
      {
        name: `all documents of ${captures} captures, p50 of ${rounds}`,
        value: middle(took),
        unit: 'ms',
        limit: limitMs,
        baseline: null,
      },
      {
        name: 'longest block of the main thread meanwhile',
        value: Math.max(...blocks),
        unit: 'ms',
        limit: blockMs,
        baseline: null,
      },
    ];
  } finally {
    await close();
    await remove();
  }
}
