import { createTwoFilesPatch } from 'diff';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import type { RunbookChange } from '#core/report/facts.ts';
import { type Applied, applyChanges } from '#core/runbooks/apply-changes.ts';
import type { Originals } from '#core/runbooks/original.ts';

type Changed = { readonly id: string; readonly before: string; readonly applied: Applied };
type Written = { readonly changed: readonly Changed[]; readonly left: readonly string[] };

/** `runbooks/RB-03.md` with its text: every Markdown original that a change could be made in. */
export function writeRunbookFiles(state: ExerciseState, originals: Originals): ReadonlyMap<string, string> {
  return new Map(compose(state, originals).changed.map(({ id, applied }) => [nameOf(id), applied.text]));
}

/**
 * One unified diff of the Markdown originals, as `patch -p1` takes it beside them. Lines before it say what is not in it: a patch
 * skips them.
 */
export function writeRunbookDiff(state: ExerciseState, originals: Originals): string {
  const { changed, left } = compose(state, originals);
  const intro = [
    `Runbook changes of ${state.setup?.exercise ?? 'the exercise'}, for the Markdown originals, named by their id in a folder runbooks. Apply above it: patch -p1 < runbook-changes.diff`,
    ...left,
  ].map((line) => `# ${line.replace(/\s+/g, ' ')}\n`);
  const patches = changed.map(({ id, before, applied }) => {
    const [from, to] = [before === '' ? '/dev/null' : `a/${nameOf(id)}`, `b/${nameOf(id)}`];
    return createTwoFilesPatch(from, to, before, applied.text, undefined, undefined, { context: 3 }).replace(
      /^=+\n/,
      '',
    );
  });
  return [...intro, ...patches].join('');
}

function compose(state: ExerciseState, originals: Originals): Written {
  const proposed = listStandingOf(state, 'runbook_change_proposed').map(({ data }) => data);
  const byRunbook = Map.groupBy(proposed, ({ runbook }) => runbook);
  const left = proposed.length === 0 ? ['No runbook change was proposed.'] : [];
  const changed: Changed[] = [];
  for (const [id, changes] of [...byRunbook].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = textOf(id, changes, originals);
    if (before === null) {
      left.push(`${id}: ${tellNoText(id, originals)}; see runbook-changes.docx.`);
      continue;
    }
    const applied = applyChanges(before, changes);
    left.push(...applied.refused.map(({ change, why }) => `${id}: ${change} is not in it: ${why}.`));
    if (applied.text !== before) changed.push({ id, before, applied });
  }
  return { changed, left };
}

/** A runbook that is created begins with nothing. */
function textOf(id: string, changes: readonly RunbookChange[], originals: Originals): string | null {
  const original = originals.get(id);
  if (original) return original.text;
  return changes.some(({ type }) => type === 'create') ? '' : null;
}

function tellNoText(id: string, originals: Originals): string {
  return originals.has(id) ? 'the original is a Word file' : 'the version that was tested is not in the register';
}

const nameOf = (id: string) => `runbooks/${id}.md`;
