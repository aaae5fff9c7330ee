/** A stretch of a text and what a change does to it. */
export type Piece = { readonly is: 'kept' | 'deleted' | 'inserted'; readonly text: string };

const mostWords = 600;

/**
 * What turns the old text into the new one, word by word: kept and deleted pieces are the old text to the letter, kept and inserted
 * ones the new. Written anew where few words stay: islands of shared words say nothing.
 */
export function trackWords(old: string, proposed: string): readonly Piece[] {
  const before = wordsOf(old);
  const after = wordsOf(proposed);
  const anew = join([...all('deleted', old), ...all('inserted', proposed)]);
  if (before.length > mostWords || after.length > mostWords) return anew;
  const kept = pairKept(before, after);
  if (kept.length * 2 < Math.min(before.length, after.length)) return anew;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  for (const [oldAt, newAt] of [...kept, [before.length, after.length] as const]) {
    pieces.push(...all('deleted', before.slice(i, oldAt).join('')), ...all('inserted', after.slice(j, newAt).join('')));
    pieces.push(...keepWord(before[oldAt] ?? '', after[newAt] ?? ''));
    [i, j] = [oldAt + 1, newAt + 1];
  }
  return join(pieces);
}

/** Each with the white space behind it; white space at the start is a word of its own. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

/** Of the same word, the signs and the white space behind it may be others. */
function keepWord(before: string, after: string): readonly Piece[] {
  if (before === after) return all('kept', before);
  const word = bareWord(before);
  const [old, proposed] = [readTail(before, word), readTail(after, word)];
  const swap = (one: string, other: string) =>
    one === other ? all('kept', one) : [...all('deleted', one), ...all('inserted', other)];
  return [...all('kept', word), ...swap(old.signs, proposed.signs), ...swap(old.space, proposed.space)];
}

function bareWord(word: string): string {
  const whole = word.trimEnd();
  return whole.replace(/[.,;:!?]+$/, '') || whole;
}

function readTail(word: string, bare: string) {
  const signs = word.trimEnd().slice(bare.length);
  return { signs, space: word.slice(bare.length + signs.length) };
}

function all(is: Piece['is'], text: string): readonly Piece[] {
  return text === '' ? [] : [{ is, text }];
}

/** Neighbours of one kind are one piece; between kept words what goes stands before what comes. */
function join(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  let gone = '';
  let come = '';
  const settle = () => {
    joined.push(...all('deleted', gone), ...all('inserted', come));
    [gone, come] = ['', ''];
  };
  for (const { is, text } of pieces) {
    if (is === 'deleted') gone += text;
    else if (is === 'inserted') come += text;
    else {
      settle();
      const last = joined.at(-1);
      if (last?.is === 'kept') joined[joined.length - 1] = { is, text: last.text + text };
      else joined.push({ is, text });
    }
  }
  settle();
  return joined;
}

/** Places in both of the longest sequence of words that stay. */
function pairKept(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const [olds, news] = [before.map(bareWord), after.map(bareWord)];
  const lengths = Array.from({ length: olds.length + 1 }, () => new Uint16Array(news.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    if (!row) continue;
    for (let j = news.length - 1; j >= 0; j -= 1) {
      row[j] = olds[i] === news[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const kept: [number, number][] = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length; ) {
    if (olds[i] === news[j]) {
      kept.push([i, j]);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
