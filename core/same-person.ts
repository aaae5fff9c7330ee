/** Two names of one person, however they were typed. */
export function isSamePerson(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && plain(one) !== '' && plain(one) === plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
