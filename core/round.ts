/** One decimal, half up, as printed; 9.75 → 9.8 whatever the binary fraction. Source: spec.md B.7. */
export function roundHalfUp(value: number): number {
  const scaled = Number(`${Math.abs(value).toFixed(9)}e1`);
  return (Math.sign(value) * Math.floor(scaled + 0.5 + 1e-9)) / 10;
}

export function roundOrNull(value: number | null): number | null {
  return value === null ? null : roundHalfUp(value);
}

/** null over nothing: missing values are reported as coverage, never as zero. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}
