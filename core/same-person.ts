/** Two names of one person, however they were typed: with another space, in capitals, with an accent as one character or two. */
export function isSamePerson(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && foldName(one) !== '' && foldName(one) === foldName(other);
}

export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}

/**
 * The same, and also where one is written as an address or an account, family name first, or with a role behind it: `ana.meyer`,
 * `Meyer, Ana`, `Ana Meyer (CISO)`, `ana.meyer@example.com`. For rules that must not be got round; two people of one name are one here.
 */
export function isLikelySamePerson(one: string, other: string): boolean {
  return isSamePerson(one, other) || (partsOf(one) !== '' && partsOf(one) === partsOf(other));
}

function partsOf(name: string): string {
  const bare = foldName(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/@.*$/, ' ');
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .toSorted()
    .join(' ');
}
