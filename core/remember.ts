/** Longer texts seldom come twice, and would be held. */
const longestKey = 100;

/** The same function, which works a value out once for each key: of hundreds of thousands of rows the days and words are a few hundred. */
export function remember<Key extends string | number, Value extends NonNullable<unknown> | null>(
  read: (key: Key) => Value,
  most = 50_000,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(key);
    if (known.size < most && !(typeof key === 'string' && key.length > longestKey)) known.set(key, value);
    return value;
  };
}
