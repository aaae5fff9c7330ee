/** Two names of one person, however they were typed: with another space, in capitals, with an accent as one character or two. */
export function isSamePerson(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && foldName(one) !== '' && foldName(one) === foldName(other);
}

export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');
}
