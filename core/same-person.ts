/** Two names of one person, however they were typed: with another space, in capitals, with an accent as one character or two. */
export function isSamePerson(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && foldName(one) !== '' && foldName(one) === foldName(other);
}

export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}

/**
 * The same, and also where one is written as an address or an account, family name first, without its accents, or with a role behind
 * it: `ana.meyer`, `Meyer, Ana`, `Ana Meyer (CISO)`, `ana.meyer@example.com`. Two people of one name are one here.
 */
export function isLikelySamePerson(one: string, other: string): boolean {
  if (isSamePerson(one, other)) return true;
  const parts = partsOf(one);
  return parts.length > 0 && parts.toSorted().join(' ') === partsOf(other).toSorted().join(' ');
}

/** The same, and also where one is shortened: `A. Meyer`, `Meyer`. For rules that must not be got round: of two it asks for more. */
export function mayBeSamePerson(one: string, other: string): boolean {
  if (isLikelySamePerson(one, other)) return true;
  const [fewer = [], more = []] = [partsOf(one), partsOf(other)].toSorted((a, b) => a.length - b.length);
  const left = [...more];
  const isFound = (part: string) => {
    const at = left.findIndex((whole) => isPart(part, whole));
    return at >= 0 && left.splice(at, 1).length > 0;
  };
  return fewer.some((part) => part.length > 1 && more.includes(part)) && fewer.toSorted(longestFirst).every(isFound);
}

const longestFirst = (a: string, b: string) => b.length - a.length;

/** A part of a name, or the letter that stands for one. */
function isPart(one: string, other: string): boolean {
  if (one.length > 1 && other.length > 1) return one === other;
  return one.charAt(0) === other.charAt(0);
}

function partsOf(name: string): readonly string[] {
  const bare = foldName(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/@.*$/, ' ');
  return bare
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}
