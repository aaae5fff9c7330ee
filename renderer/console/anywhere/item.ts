/** One line of a palette. */
export type Item = {
  readonly id: string;
  readonly name: string;
  /** What else people call it. */
  readonly words?: string | undefined;
  readonly hint: string;
  readonly run: () => void;
};

const most = 60;

/** What is called just so comes first, then what begins so, then where a word does; otherwise as listed. */
export function findItems(items: readonly Item[], query: string): readonly Item[] {
  const begun = query.trim().toLowerCase();
  if (begun === '') return items.slice(0, most);
  const rank = ({ name, words = '' }: Item) => {
    const own = ` ${name.toLowerCase()}`;
    if (own === ` ${begun}` || ` ${words} `.includes(` ${begun} `)) return 0;
    if (own.startsWith(` ${begun}`)) return 1;
    return own.includes(` ${begun}`) ? 2 : 3;
  };
  const found = items.filter(({ name, words = '', hint }) => matches(`${name} ${words} ${hint}`, query));
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

function matches(words: string, query: string): boolean {
  const text = words.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
