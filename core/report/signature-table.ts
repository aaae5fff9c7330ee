import type { Block } from './document.ts';

/** A table to sign in: two columns of words, then date and signature. Where all have signed it needs no room for a pen. */
export function signatureTable(
  caption: string | null,
  heads: readonly [string, string],
  rows: readonly (readonly [string, string, string, string])[],
): Block {
  return {
    is: 'table',
    caption,
    look: rows.every(([, , , signature]) => signature !== '') ? 'tight' : 'roomy',
    staysWhole: true,
    columns: [
      { head: heads[0], width: 3120 },
      { head: heads[1], width: 2640 },
      { head: 'Date', width: 1440 },
      { head: 'Signature', width: 2160 },
    ],
    rows,
  };
}
