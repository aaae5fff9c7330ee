import type { ExerciseState } from './state.ts';

const forms = { G: 'G', S: 'S', OB: 'OB', P: 'P', AI: 'AI-', RC: 'RC-', AH: 'AH-', NEW: 'NEW-' } as const;

/** `G3`, `AI-2`: one more than the highest number ever given, whether or not that entry still stands. */
export function nextId(state: ExerciseState, kind: keyof typeof forms): string {
  return `${forms[kind]}${(state.given[kind] ?? 0) + 1}`;
}
