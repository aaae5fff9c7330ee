import type { Run } from './document.ts';

const mostWords = 400;

/** The new text with the words that the old one does not have in bold: the longest common sequence of words. */
export function compareWords(old: string | undefined, proposed: string): readonly Run[] {
  if (old === undefined) return [{ bold: proposed }];
  const before = old.split(/\s+/);
  const after = proposed.split(/\s+/);
  if (before.length > mostWords || after.length > mostWords) return [proposed];
  const kept = findKept(before.map(bare), after.map(bare));
  if (kept.size * 2 < before.length) return [{ bold: proposed }]; // written anew: a few shared words say nothing
  const runs: { isNew: boolean; words: string[] }[] = [];
  for (const [at, word] of after.entries()) {
    const isNew = !kept.has(at);
    const last = runs.at(-1);
    if (last && last.isNew === isNew) last.words.push(word);
    else runs.push({ isNew, words: [word] });
  }
  return runs.map(({ isNew, words }, at) => {
    const text = `${words.join(' ')}${at < runs.length - 1 ? ' ' : ''}`;
    return isNew ? { bold: text } : text;
  });
}

/** A word that only gained a comma is the same word. */
const bare = (word: string) => word.replace(/[.,;:]+$/, '');

/** Places in `after` of the words that stay. */
function findKept(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    if (!row) continue;
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      kept.add(j);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
