import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, expect } from 'vitest';

/** `npm run faults` tries every state where `npm test` tries a sample. */
export const isDeep = process.env.FAULTS_DEEP === '1';

export type Trials = {
  readonly count: (kind: string, more?: number) => void;
  /** So many entries or documents that were shown as saved are not there. */
  readonly lose: (lost: number) => void;
};

/**
 * What a row of the faults tried: one line at its end, and a failure where anything acknowledged was lost or fewer than
 * `least` were tried, because a check that tries nothing cannot fail.
 */
export function countTrials(row: string, file: string, least: number): Trials {
  const kinds = new Map<string, number>();
  const started = performance.now();
  let lost = 0;
  afterAll(() => {
    const trials = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const told = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
    process.stdout.write(`Row ${row}: ${trials} trials (${told}), ${lost} acknowledged lost, ${seconds} s\n`);
    const tally = process.env.FAULTS_TALLY;
    if (tally) appendFileSync(tally, `${JSON.stringify({ row, file: basename(file), trials, told, seconds, lost })}\n`);
    expect(lost).toBe(0);
    expect(trials).toBeGreaterThanOrEqual(least);
  });
  return {
    count: (kind, more = 1) => void kinds.set(kind, (kinds.get(kind) ?? 0) + more),
    lose: (count) => {
      lost += count;
    },
  };
}
