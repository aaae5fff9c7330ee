import { parseArgs } from 'node:util';

/** What was typed after the command: flags with and without a value, and the rest in order. */
export type Words = { readonly rest: readonly string[]; readonly flags: ReadonlyMap<string, string> };
export type WrongWords = { readonly wrong: string };

type Known = { readonly withValue: readonly string[]; readonly alone: readonly string[] };

/** `--out DIR` and `--out=DIR` are the same; after `--` everything is taken as it stands. */
export function parseWords(args: readonly string[], { withValue, alone }: Known): Words | WrongWords {
  const options = Object.fromEntries([
    ...withValue.map((flag) => [flag.slice(2), { type: 'string' as const }]),
    ...alone.map((flag) => [flag.slice(2), { type: 'boolean' as const }]),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const flags = Object.entries(values).map(([name, value]) => [`--${name}`, String(value)] as const);
    return { rest: positionals, flags: new Map(flags) };
  } catch (problem) {
    return { wrong: problem instanceof Error ? problem.message : String(problem) };
  }
}
