import type { SavedEventOf } from '../../exercise/events.ts';
import type { Original } from '../../runbooks/original.ts';
import { findStep, isSameText, tellStep } from '../../runbooks/step.ts';
import type { Tracked } from '../document.ts';
import { type Facts, injectMark, type RunbookChange } from '../facts.ts';
import { listWords, severityNames } from '../term-words.ts';
import { type Piece, trackWords } from '../track-words.ts';

const changeNames = { add: 'added', change: 'changed', remove: 'removed', create: 'new runbook' } as const;

/** One change as Word's own: accepted it leaves the new text, rejected the old one. Its time is that of the record. */
export function trackChange(
  facts: Facts,
  { data, t }: SavedEventOf<'runbook_change_proposed'>,
  original: Original | undefined,
): Tracked {
  const { change, type, step, gap, proposer, owner } = data;
  const found = facts.gaps.find((of) => of.gap.gap === gap)?.gap;
  const graded = found?.severity ? `, ${severityNames[found.severity]}` : '';
  const where = step === undefined ? '' : ` · step ${tellStep(step)}`;
  const author = proposer ?? owner ?? 'Exercise';
  return {
    is: 'tracked',
    head: `${change}${where} · ${changeNames[type]} · ${gap === undefined ? 'no gap is linked' : `gap ${gap}${graded}`}`,
    label: labelOf(data),
    whole: type === 'add' || type === 'create' ? 'inserted' : type === 'remove' ? 'deleted' : null,
    pieces: piecesOf(data, original),
    author,
    at: t,
    comment: [tellGap(facts, data), tellChangedSince(data, original)].filter((told) => told !== '').join(' '),
  };
}

function labelOf({ step, type }: RunbookChange): string {
  if (step === undefined) return type === 'create' ? 'Text' : 'Step –';
  return `Step ${tellStep(step)}`;
}

/** Where nobody wrote the old text, the step of the version that was tested stands for it. */
function piecesOf({ type, step, old, new: proposed }: RunbookChange, original: Original | undefined): readonly Piece[] {
  const known = old ?? (original && step !== undefined ? findStep(original.steps, step)?.text : undefined) ?? '';
  const whole = (is: Piece['is'], text: string) => (text === '' ? [] : [{ is, text }]);
  switch (type) {
    case 'remove':
      return whole('deleted', known);
    case 'add':
    case 'create':
      return whole('inserted', proposed ?? 'to be written');
    case 'change':
      return proposed === undefined ? whole('kept', known) : trackWords(known, proposed);
  }
}

function tellGap(facts: Facts, { gap: id, type, new: proposed }: RunbookChange): string {
  const unwritten = type !== 'remove' && proposed === undefined ? ' The new text is still to be written.' : '';
  const gap = facts.gaps.find((of) => of.gap.gap === id)?.gap;
  if (!gap) return `No gap is linked to this change.${unwritten}`;
  const injects = gap.evidence.filter((reference) => !reference.startsWith('#')).map((at) => injectMark(facts, at));
  const graded = gap.severity ? ` (${severityNames[gap.severity]})` : '';
  const seen = injects.length > 0 ? ` Exercised in ${listWords(injects)}.` : '';
  return `Gap ${gap.gap}${graded}: ${gap.title.replace(/[.\s]+$/, '')}.${seen}${unwritten}`;
}

/** A version the register has taken in since the exercise may read otherwise. */
export function tellChangedSince(
  { step, old, new: proposed }: Pick<RunbookChange, 'step' | 'old' | 'new'>,
  original: Original | undefined,
): string {
  if (!original?.newer || step === undefined) return '';
  const { version, steps } = original.newer;
  const before = old ?? findStep(original.steps, step)?.text;
  const now = findStep(steps, step);
  if (now !== undefined && [before, proposed].some((text) => text !== undefined && isSameText(text, now.text)))
    return '';
  const became = now === undefined ? 'no longer has this step' : `has another text for this step: “${now.text}”`;
  return `Changed since: version ${version} of ${original.id} ${became}`.replace(/[.”]?$/, (end) =>
    end === '”' ? '”.' : '.',
  );
}
