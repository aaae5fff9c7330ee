import type { RunbookChange } from '../report/facts.ts';
import { findStep, isSameText, type Step, tellStep } from './step.ts';

/** What a file that was changed by hand lacks of a change, as the end of a sentence; null where it reads as the change wants it. */
export function tellLacking(change: RunbookChange, steps: readonly Step[]): string | null {
  const { type, step, old } = change;
  const wanted = change.new;
  if (type === 'create' || wanted === undefined) return type === 'remove' ? tellKept(change, steps) : null;
  const found = step === undefined ? undefined : findStep(steps, step);
  if (found ? isSameWritten(found.text, wanted) : steps.some(({ text }) => isSameWritten(text, wanted))) return null;
  if (step === undefined) return 'no step has its new text';
  if (!found) return `it has no step ${tellStep(step)}`;
  const isOld = old !== undefined && isSameWritten(found.text, old);
  return `step ${tellStep(step)} ${isOld ? 'still has its old text' : 'has another text than the new one'}`;
}

function tellKept({ step, old }: RunbookChange, steps: readonly Step[]): string | null {
  const found = step === undefined ? undefined : findStep(steps, step);
  return found && (old === undefined || isSameWritten(found.text, old))
    ? `step ${tellStep(found.step)} is still there`
    : null;
}

/** Word sets its own quotation marks, dashes and spaces. */
function isSameWritten(one: string, other: string): boolean {
  return isSameText(plainMarks(one), plainMarks(other));
}

const plainMarks = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑–—]/g, '-');
