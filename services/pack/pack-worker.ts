import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome } from '#core/outcome.ts';
import { type Planned, preparePack } from '#core/pack/pack.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { tableIn } from '../scenario/read-table.ts';
import { writePack } from './write-pack.ts';

export type Asked = { readonly scenario: Scenario; readonly planned: Planned; readonly out: string };

async function write({ scenario, planned, out }: Asked): Promise<Outcome<readonly string[]>> {
  const pack = preparePack(scenario, planned, tableIn);
  return pack.ok ? writePack({ pack: pack.value, out }) : pack;
}

void write(workerData as Asked).then((outcome) => parentPort?.postMessage(outcome)); // handed over by `writePackInWorker`
