import type { Step } from './step.ts';

/** A runbook as the register holds the version that was tested. */
export type Original = {
  readonly id: string;
  readonly version: string;
  readonly kind: 'markdown' | 'word';
  /** The whole text of a Markdown file; null of a Word file. */
  readonly text: string | null;
  readonly steps: readonly Step[];
  /** The newest version the register holds, and its steps, where that is not the one that was tested. */
  readonly newer: { readonly version: string; readonly steps: readonly Step[] } | null;
};

/** By runbook id. What the register does not hold is not in it. */
export type Originals = ReadonlyMap<string, Original>;

export const noOriginals: Originals = new Map();
