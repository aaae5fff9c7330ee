/** One speed promise as measured. `baseline` is what a ratio is taken over, in ms; null for a ceiling. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 's' | 'kB' | 'MB' | '%';
  /** null: told, and nothing is promised. */
  readonly limit: number | null;
  readonly baseline: number | null;
};

/** What every file in `promises/` exports as `measure`. */
export type Measure = () => Promise<readonly Figure[]>;

export function isKept({ value, limit }: Figure): boolean {
  return limit === null || value <= limit;
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}
