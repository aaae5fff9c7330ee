/** Somebody who took part, and how a report speaks of them instead: `the Incident Commander`. */
export type KnownName = { readonly name: string; readonly called: string };

/** `hint`: what a text that holds the name holds in small letters. */
export type NamePattern = { readonly pattern: RegExp; readonly called: string; readonly hint: string };

/** Parts of names that are words of their own: alone they name nobody. */
const alsoWords: ReadonlySet<string> = new Set(
  'Will,May,Mark,Grant,Bill,Rose,Art,Frank,Dean,Price,Young,Long,Short,Black,White,Green,Brown,Grey,Gray,King,Pat,Sue,Drew,Chase,Hope,Faith,Grace,Joy,Summer,April,June,August,Page,Case,Best,Major,Marshall,Banks,Bond,Stone,Wood,Woods,Hill,Field,Fields,Ford,Church,Park,Parks,Day,Knight,Bishop,Cook,Baker,Carter,Mason,Miller,Smith,Taylor,Turner,Walker,Weaver,Hunter,Fisher,Potter,Porter,Butler,Parker,Guard,Power,Powers,Legal,Staff,Rich,Sky,Star,Storm,Rain,Snow,Winter,Christian,Norm,Max,Van,Von,Der,Den,Dos,Del,Bin,Abu,Ali,The,Roles,Lane,Street,Rivers,Brook,Brooks,Glass,Gold,Silver,Sharp,Strong,Wise,Good,Noble,Savage,Little,Small'.split(
    ',',
  ),
);

const shortestPart = 3;

/** Patterns for whole names first, then for each part that can only be a name. */
export function matchNames(names: readonly KnownName[]): readonly NamePattern[] {
  const whole = names.flatMap(({ name, called }) => {
    const words = name.trim().split(/\s+/u).filter(Boolean);
    if (words.length === 0) return [];
    const flags = words.every((word) => alsoWords.has(word)) ? 'gu' : 'giu'; // `will mark` is no person
    return [{ pattern: bound(words.map(literally).join('\\s+'), flags), called, hint: hintOf(words[0] ?? '') }];
  });
  const parts = names.flatMap(({ name, called }) => {
    const words = name.trim().split(/\s+/u);
    if (words.length < 2) return [];
    return words
      .filter((word) => [...word].length >= shortestPart && !alsoWords.has(word) && /^\p{L}/u.test(word))
      .map((word) => ({
        pattern: bound(literally(word), [...word].length > shortestPart ? 'giu' : 'gu'),
        called,
        hint: hintOf(word),
      }));
  });
  return [...whole, ...parts];
}

const hintOf = (word: string): string => word.toLowerCase();
const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** No letter on either side; an apostrophe may follow: `Nair’s`. */
const bound = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${source}(?![\\p{L}\\p{M}])`, flags);
