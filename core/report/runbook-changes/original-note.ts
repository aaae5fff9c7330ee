import { applyChanges } from '../../runbooks/apply-changes.ts';
import type { Original } from '../../runbooks/original.ts';
import { type Block, note } from '../document.ts';
import type { Facts, RunbookChange } from '../facts.ts';

/** What becomes of the organisation's own file, and what has to be done by hand. */
export function writeOriginalNote(
  { setup }: Facts,
  changes: readonly RunbookChange[],
  original: Original | undefined,
): readonly Block[] {
  const [{ runbook = '' } = {}] = changes;
  if (!original) {
    const version = setup.plan.runbooks.find(({ id }) => id === runbook)?.version;
    const which = version === undefined ? runbook : `${runbook} ${version}`;
    return [
      note(`The register of runbooks does not hold ${which}: the old text is as it was written in the exercise.`),
    ];
  }
  if (original.text === null)
    return [
      note(
        `The original of ${runbook} ${original.version} is a Word file and is not rewritten. Make the accepted changes in it, then take it into the register as the next version.`,
      ),
    ];
  const { refused } = applyChanges(original.text, changes);
  const made =
    refused.length === changes.length
      ? ''
      : `The changed file is runbooks/${runbook}.md, the difference runbook-changes.diff.`;
  const left = refused.map(({ change, why }) => `${change} is not in it: ${why}.`);
  return [note([made, ...left].filter((told) => told !== '').join(' '))];
}
