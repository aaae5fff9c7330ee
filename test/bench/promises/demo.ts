import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../figure.ts';
import { muster, run } from '../processes.ts';
import { timeMs } from '../time.ts';

/** Four whole exercises with all their documents, on two cores. */
export async function measure(): Promise<readonly Figure[]> {
  const out = await mkdtemp(join(tmpdir(), 'muster-bench-demo-'));
  try {
    const tookMs = await timeMs(() => run([muster, 'demo', '--out', out]));
    return [{ name: 'muster demo --out', value: tookMs / 1_000, unit: 's', limit: 20, baseline: null }];
  } finally {
    await rm(out, { recursive: true });
  }
}
