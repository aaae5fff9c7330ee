/** As two people write one name: with another space, in capitals, with an accent as one character or two. */
export function isSamePerson(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}
