import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { Prepared } from './prepare-faults.ts';

/** One call of the child that a rule counted: what, how it ended, what was done to it, to which path. */
export type Call = {
  readonly op: string;
  readonly outcome: string;
  readonly action: string | null;
  readonly path: string;
};

export type Said = Readonly<Record<string, unknown>>;

export type Ran = {
  readonly said: readonly Said[];
  readonly saved: readonly number[];
  readonly failures: readonly string[];
  readonly signal: string | null;
  readonly calls: readonly Call[];
  /** The calls that something was done to: none means that the fault was never there. */
  readonly injected: readonly Call[];
};

let runs = 0;

/** Runs the child with the faults and gives what it said to whoever was reading at that moment, and what it called. */
export async function runChild(
  { library, child, folder }: Prepared,
  words: readonly string[],
  faults: readonly string[],
  /** Called while the child waits at a call whose action is STEP. */
  atStep?: (step: string, said: readonly Said[]) => Promise<void>,
): Promise<Ran> {
  runs += 1;
  const log = `${folder}/calls-${process.pid}-${runs}.log`;
  const running = spawn(process.execPath, [child, ...words], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      UV_USE_IO_URING: '0',
      LD_PRELOAD: library,
      FAULTS: faults.join(';'),
      FAULTS_LOG: log,
    },
  });
  const { stdout } = running;
  if (stdout === null) throw new Error('The child has no way to speak.');
  const closed = once(running, 'close');
  const said: Said[] = [];
  for await (const line of createInterface({ input: stdout })) {
    if (line.endsWith('}')) said.push(JSON.parse(line));
    else if (line.startsWith('STEP ')) {
      await atStep?.(line, said);
      (running.stdio[3] as Writable).write('.');
    }
  }
  const [, signal] = await closed;
  const calls = parseCalls(await readFile(log, 'utf8').catch(() => ''));
  await rm(log, { force: true });
  return {
    said,
    saved: listSaved(said),
    failures: said.flatMap((line) => (typeof line.failed === 'string' ? [line.failed] : [])),
    signal,
    calls,
    injected: calls.filter(({ action }) => action !== null),
  };
}

export function listSaved(said: readonly Said[]): readonly number[] {
  return said.flatMap(({ saved }) => (typeof saved === 'number' ? [saved] : []));
}

function parseCalls(log: string): readonly Call[] {
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [op = '', outcome = '', action = '-', ...path] = line.split(' ');
      return { op, outcome, action: action === '-' ? null : action, path: path.join(' ') };
    });
}

/** Two at a time: the machine has two cores. */
export async function tryEach<Item>(
  items: readonly Item[],
  attempt: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const take = async () => {
    for (let at = next++; at < items.length; at = next++) await attempt(items[at] as Item, at);
  };
  await Promise.all([take(), take()]);
}
