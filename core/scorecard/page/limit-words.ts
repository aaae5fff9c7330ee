type Limits =
  | { readonly green_min: number; readonly amber_min: number }
  | { readonly green_max: number; readonly amber_max: number };

/** What made a figure green, amber or red: `below 85`. */
export function againstLimit(rating: 'green' | 'amber' | 'red', limits: Limits): string {
  if ('green_min' in limits) {
    if (rating === 'red') return `below ${limits.amber_min}`;
    return `at least ${rating === 'green' ? limits.green_min : limits.amber_min}`;
  }
  if (rating === 'red') return `above ${limits.amber_max}`;
  return `at most ${rating === 'green' ? limits.green_max : limits.amber_max}`;
}

/** `G from 95, A from 85 %`: what is beyond is R. */
export function limitsWords(limits: Limits, unit: string): string {
  if ('green_min' in limits) return `G from ${limits.green_min}, A from ${limits.amber_min}${unit}`;
  return `G to ${limits.green_max}, A to ${limits.amber_max}${unit}`;
}
