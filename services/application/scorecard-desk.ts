import { Worker } from 'node:worker_threads';
import { fail, type Outcome } from '#core/outcome.ts';
import { workerFile } from '../own-files.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import type { AskName, Asks, FromWorker, ToWorker } from '../scorecard/scorecard-asks.ts';

export type Doing = {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
};
type Waiting = { readonly resolve: (outcome: Outcome<unknown>) => void; readonly progress: Doing['progress'] };

/** What it read stays in memory so long, for the next who asks. */
const restMs = 180_000;

/** The worker that reads files and counts months: begun when something is asked, gone when nothing was for a while. */
export class ScorecardDesk {
  readonly #workspace: string;
  readonly #waiting = new Map<number, Waiting>();
  readonly #running = new Set<Promise<unknown>>();
  #worker: Worker | null = null;
  #resting: NodeJS.Timeout | undefined;
  #asked = 0;
  #isClosed = false;

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  async ask<Name extends AskName>(
    does: Name,
    about: Asks[Name]['asked'],
    { signal, progress }: Doing = {},
  ): Promise<Outcome<Asks[Name]['answer']>> {
    if (this.#isClosed) return fail(ended('Muster is being closed'));
    this.#worker ??= this.#begin();
    const own = this.#worker;
    own.ref();
    this.#asked += 1;
    const id = this.#asked;
    const post = (message: ToWorker) => own.postMessage(message);
    const stop = () => post({ id, stop: true });
    const answered = new Promise<Outcome<unknown>>((resolve) => {
      this.#waiting.set(id, { resolve, progress });
      post({ id, asked: { does, ...about } as never }); // this name's own ask
    });
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    this.#running.add(answered);
    const outcome = await answered;
    this.#running.delete(answered);
    signal?.removeEventListener('abort', stop);
    return outcome as Outcome<Asks[Name]['answer']>; // the worker answers what was asked
  }

  /** What is under way ends first, as soon as it can. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#resting);
    for (const id of this.#waiting.keys()) this.#worker?.postMessage({ id, stop: true } satisfies ToWorker);
    await Promise.all(this.#running);
    await this.#worker?.terminate();
  }

  #begin(): Worker {
    const begun = new Worker(workerFile('services/scorecard/scorecard-worker'), { workerData: this.#workspace });
    begun.on('message', (news: FromWorker) => this.#hear(news));
    begun.on('error', (problem) => this.#end(begun, explainFailure(problem)));
    begun.on('exit', (code) => this.#end(begun, `it ended with ${code}`)); // with nothing waiting this says nothing new
    return begun;
  }

  #hear(news: FromWorker): void {
    const one = this.#waiting.get(news.id);
    if ('total' in news) {
      one?.progress?.(news.done, news.total);
      return;
    }
    this.#waiting.delete(news.id);
    one?.resolve(news.outcome);
    if (this.#waiting.size === 0) this.#rest();
  }

  /** It keeps nobody from ending meanwhile. */
  #rest(): void {
    this.#worker?.unref();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (this.#waiting.size === 0) void this.#worker?.terminate();
    }, restMs);
    this.#resting.unref();
  }

  #end(worker: Worker, why: string): void {
    if (this.#worker === worker) this.#worker = null;
    for (const [id, { resolve }] of this.#waiting) {
      this.#waiting.delete(id);
      resolve(fail(ended(why)));
    }
  }
}

function ended(why: string) {
  return {
    code: 'scorecard_stopped',
    message: `The scorecard was not worked on: ${why}.`,
    hint: 'What was taken and published before is as it was. Try again.',
  };
}
