import { setImmediate as nextTurn } from 'node:timers/promises';

const sliceMs = 15;
const lookEvery = 50;

/** For work that takes long: says when others have waited long enough, and gives them a turn. */
export function createTurns() {
  let began = performance.now();
  let looks = 0;
  return {
    isDue: () => {
      looks += 1;
      return looks % lookEvery === 0 && performance.now() - began >= sliceMs;
    },
    give: async () => {
      await nextTurn();
      began = performance.now();
    },
  };
}

/** Does all steps, with a turn for others between any two. */
export async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}
