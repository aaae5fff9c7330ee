import { parseArgs } from 'node:util';

/** What was typed after the command: flags with and without a value, and the rest in order. */
export type Words = {
  readonly rest: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  /** Of a flag that may be given more than once, what was given, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
};
export type WrongWords = { readonly wrong: string };

type Known = {
  readonly withValue: readonly string[];
  readonly alone: readonly string[];
  readonly repeated?: readonly string[];
};

/** `--out DIR` and `--out=DIR` are the same; after `--` everything is taken as it stands. */
export function parseWords(
  args: readonly string[],
  { withValue, alone, repeated: many = [] }: Known,
): Words | WrongWords {
  const options = Object.fromEntries([
    ...withValue.map((flag) => [flag.slice(2), { type: 'string' as const }]),
    ...many.map((flag) => [flag.slice(2), { type: 'string' as const, multiple: true }]),
    ...alone.map((flag) => [flag.slice(2), { type: 'boolean' as const }]),
  ]);
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    });
    const typed = tokens.flatMap((token) => (token.kind === 'option' ? [`--${token.name}`] : []));
    const repeated = withValue.find((flag) => typed.indexOf(flag) !== typed.lastIndexOf(flag));
    if (repeated !== undefined) return { wrong: `${repeated} is given more than once; give it once.` };
    const given: Readonly<Record<string, unknown>> = values;
    const single = Object.entries(values).filter(([name]) => !many.includes(`--${name}`));
    const flags = new Map(single.map(([name, value]) => [`--${name}`, String(value)]));
    const lists = new Map(many.map((flag) => [flag, [given[flag.slice(2)] ?? []].flat().map(String)]));
    const blank = many.find((flag) => lists.get(flag)?.includes(''));
    if (blank !== undefined) return { wrong: `${blank} is empty; give it a value.` };
    const empty = withValue.find((flag) => flags.get(flag) === '');
    if (empty !== undefined) return { wrong: `${empty} is empty; give it a value.` };
    return { rest: positionals, flags, lists };
  } catch (problem) {
    return { wrong: tell(problem, [...withValue, ...many, ...alone]) };
  }
}

/** Node tells what is wrong for people who write programs. */
function tell(problem: unknown, known: readonly string[]): string {
  const { code, message } =
    problem instanceof Error
      ? { code: '', ...problem, message: problem.message }
      : { code: '', message: String(problem) };
  const [, option = ''] = /'([^']+)'/.exec(message) ?? [];
  const flag = option.split(' ')[0]; // Node writes `--out <value>`
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `There is no option ${flag}. The options are ${known.join(', ')}.`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message;
  return message.includes('does not take') ? `${flag} takes no value.` : `${flag} needs a value after it.`;
}
