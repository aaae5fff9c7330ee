/** What was typed after the command: flags with and without a value, and the rest in order. */
export type Words = { readonly rest: readonly string[]; readonly flags: ReadonlyMap<string, string> };
export type WrongWords = { readonly wrong: string };

type Known = { readonly withValue: readonly string[]; readonly alone: readonly string[] };

/** `--out DIR` and `--out=DIR` are the same; after `--` everything is taken as it stands. */
export function parseWords(args: readonly string[], { withValue, alone }: Known): Words | WrongWords {
  const flags = new Map<string, string>();
  const rest: string[] = [];
  const queue = [...args];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === '--') rest.push(...queue.splice(0));
    else if (!word.startsWith('--')) rest.push(word);
    else {
      const [name = word, given] = word.split(/=(.*)/s);
      if (alone.includes(name) && given === undefined) flags.set(name, '');
      else if (!withValue.includes(name)) return { wrong: `There is no flag ${name} here.` };
      else {
        const value = given ?? queue.shift();
        if (value === undefined || value === '') return { wrong: `${name} needs a value.` };
        flags.set(name, value);
      }
    }
  }
  return { rest, flags };
}
