import { parentPort, workerData } from 'node:worker_threads';
import { fail, type Outcome } from '#core/outcome.ts';
import { createQueue } from '../queue.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { answering } from './answer-ask.ts';
import { createMonthCache } from './month-cache.ts';
import type { Asked, FromWorker, ToWorker } from './scorecard-asks.ts';

/** Reads files and counts months beside the main thread, so that a live exercise never waits. One ask at a time. */
const workspace = workerData as string; // handed over by `createScorecardDesk`
const cache = createMonthCache();
const inTurn = createQueue();
const stopping = new Map<number, AbortController>();
const tell = (news: FromWorker) => parentPort?.postMessage(news);

parentPort?.on('message', (message: ToWorker) => {
  if ('stop' in message) return stopping.get(message.id)?.abort();
  const own = new AbortController();
  stopping.set(message.id, own);
  void inTurn(() => answer(message.id, message.asked, own.signal)).then((outcome) => {
    stopping.delete(message.id);
    tell({ id: message.id, outcome });
  });
});

async function answer(id: number, asked: Asked, signal: AbortSignal): Promise<Outcome<unknown>> {
  if (signal.aborted) return fail(stopped);
  const act = answering[asked.does] as (asked: Asked, around: object) => Promise<Outcome<unknown>>; // this name's own ask
  try {
    return await act(asked, { workspace, cache, signal, progress: percentTeller(id) });
  } catch (problem) {
    return fail(signal.aborted ? stopped : failed(problem));
  }
}

/** A hundred times is often enough. */
function percentTeller(id: number) {
  let told = -1;
  return (done: number, total: number) => {
    const percent = Math.floor((100 * done) / Math.max(total, 1));
    if (percent === told) return;
    told = percent;
    tell({ id, done, total });
  };
}

const stopped = {
  code: 'cancelled',
  message: 'Stopped as asked.',
  hint: 'Nothing was taken or written; what was there before is as it was.',
};

function failed(problem: unknown) {
  return {
    code: 'scorecard_failed',
    message: `The scorecard could not be worked on: ${explainFailure(problem)}.`,
    hint: 'What was taken and published before is as it was. Try again.',
  };
}
