import { type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';
import { type PlacedText, walkTexts } from './placeholders.ts';

const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
/** One picture of several: a joiner between two emoji is part of it. */
const emojiJoiner =
  /(?<=\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\p{Variation_Selector})*)\u200D(?=\p{Extended_Pictographic})/gu;
const directions = /[\u202A-\u202E\u2066-\u2069]/g;
const popDirection = '\u202C';
const popIsolate = '\u2069';

/** Nothing in a script is hidden, or read in another order than it is written. */
export function checkInvisible(scenario: Scenario): readonly Finding[] {
  return [...walkTexts(scenario), ...walkOthers(scenario)].flatMap(({ path, text }) => {
    const field = String(path.findLast((key) => typeof key === 'string'));
    const unbalanced = findUnbalanced(text);
    if (unbalanced !== null)
      return [
        warning(path, `${field}: holds ${nameOf(unbalanced)} without its counterpart; the text may read backwards`),
      ];
    const found = text.replaceAll(emojiJoiner, '').match(invisible)?.[0];
    return found === undefined ? [] : [warning(path, `${field}: holds the invisible character ${nameOf(found)}`)];
  });
}

function walkOthers({ placeholders, modelled_on }: Scenario): readonly PlacedText[] {
  return [
    ...Object.entries(placeholders).map(([name, text]) => ({ path: ['placeholders', name], text })),
    ...modelled_on.map((text, n) => ({ path: ['modelled_on', n], text })),
  ];
}

/** The first direction that is opened and never closed, or closed and never opened. */
function findUnbalanced(text: string): string | null {
  const open: string[] = [];
  for (const [character] of text.matchAll(directions)) {
    if (character !== popDirection && character !== popIsolate) {
      open.push(character);
      continue;
    }
    const opener = open.pop();
    const isIsolate = opener !== undefined && opener >= '\u2066';
    if (opener === undefined || isIsolate !== (character === popIsolate)) return character;
  }
  return open[0] ?? null;
}

const nameOf = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
