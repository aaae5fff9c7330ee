import type { QuietPage } from '../bench/quiet-page.ts';

const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

type Course = {
  readonly page: QuietPage;
  readonly exercise: string;
  readonly from: number;
  readonly to: number;
  readonly everyMs: number;
};

/** Event after event at its time, as a facilitator would: most by request, every twentieth by keyboard; pauses, releases, undone entries. */
export async function runExercise({ page, exercise, from, to, everyMs }: Course): Promise<void> {
  const began = performance.now();
  for (let at = from; at < to; at += 1) {
    await wait(Math.max(0, began + (at - from) * everyMs - performance.now()));
    if (at % 20 === 10) await captureByKey(page, at);
    else await give(page, exercise, at);
  }
}

async function captureByKey(page: QuietPage, at: number): Promise<void> {
  await page.press('o');
  await page.until(`document.querySelector('aside form') !== null`);
  await page.type(`By key, number ${at}: two people answered the press`);
  await page.press('Enter', 'Control');
  await page.until(`document.querySelector('aside form') === null`);
}

/** Every hundredth pauses and the next goes on; every sixtieth releases what is next, if the rules let it. */
async function give(page: QuietPage, exercise: string, at: number): Promise<void> {
  const answer = await page.evaluate<string>(
    `muster.give_command(${JSON.stringify({
      exercise,
      command: commandAt(at),
      pressedM: null,
    })}).then(({ ok, problem }) => ok ? '' : problem.code)`,
  );
  if (answer !== '' && at % 100 > 1) throw new Error(`Event ${at} was not taken: ${answer}`);
}

function commandAt(at: number): object {
  if (at % 100 === 0) return { type: 'pause_exercise', reason: `A short break, the ${at / 100}th` };
  if (at % 100 === 1) return { type: 'resume_exercise' };
  if (at % 4 === 0)
    return { type: 'record_question', question: `Who may tell the customer? (${at})`, answer: 'LEGAL', to_room: false };
  if (at % 4 === 1) return { type: 'record_gap', title: `Nobody held the list, ${at}`, evidence: [] };
  return { type: 'record_observation', kind: 'fact', text: `Observed, number ${at}: the record was opened late` };
}

/** By request, in the order of the script, until none is left. */
export async function releaseNext(page: QuietPage, exercise: string, number: number): Promise<void> {
  await page.evaluate(`(async () => {
    const { value } = await muster.open_exercise({ exercise: '${exercise}' });
    const inject = value.source.injects[${number}];
    if (inject) await muster.give_command({ exercise: '${exercise}', command: { type: 'release_inject', inject: inject.id }, pressedM: null });
    return null;
  })()`);
}
