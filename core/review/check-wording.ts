/** Somebody's words, and what they belong to: `G1`, `AI-2`, `if_real`. */
export type WrittenText = { readonly where: string; readonly text: string };

export type WordingFinding = { readonly where: string; readonly what: string };

/**
 * Blameless wording stands here: the session asks when an entry is saved, `listFinalBlockers` when a report is exported.
 * It has no rules yet, so every text passes.
 */
export function checkWording(_texts: readonly WrittenText[]): readonly WordingFinding[] {
  return [];
}
