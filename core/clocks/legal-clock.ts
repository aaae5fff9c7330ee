/**
 * Legal clocks: an exercise aid, not legal advice; counsel confirms applicability, trigger and deadline. Checked on 2026-11-23.
 * `verified`: A text or several concordant sources, B one secondary source, C practitioner knowledge.
 */
export type LegalClock = {
  readonly id: string;
  readonly name: string;
  readonly appliesWhen: readonly string[];
  readonly trigger: string;
  readonly offset: number | null;
  readonly unit: string;
  readonly verified: 'A' | 'B' | 'C';
};

/** One row of the table. */
export const clock = (
  id: string,
  name: string,
  appliesWhen: readonly string[],
  trigger: string,
  offset: number | null,
  unit: string,
  verified: LegalClock['verified'],
): LegalClock => ({ id, name, appliesWhen, trigger, offset, unit, verified });
