import { type ProfileFlag, profileFlags } from './vocabulary.ts';

/** An expression over profile flags with `and`, `or`, `not` and parentheses, read once. */
export type When = {
  readonly flags: readonly ProfileFlag[];
  readonly holds: (profile: readonly ProfileFlag[]) => boolean;
};
export type WhenProblem = { readonly message: string; readonly index: number };

type Token = { readonly word: string; readonly index: number };
type Test = (profile: readonly ProfileFlag[]) => boolean;

const longest = 500;
const deepest = 20;

/** Gives the expression, or what is wrong and at which character. `not` binds before `and`, `and` before `or`. */
export function parseWhen(text: string): When | WhenProblem {
  if (text.length > longest)
    return { message: `${text.length} characters are too many; at most ${longest} are read`, index: longest };
  const tokens = [...text.matchAll(/[()]|[^\s()]+/g)].map(({ 0: word, index }): Token => ({ word, index }));
  const flags: ProfileFlag[] = [];
  let next = 0;
  let depth = 0;

  function parseOr(): Test {
    const tests = [parseAnd()];
    while (takeWord('or')) tests.push(parseAnd());
    return (profile) => tests.some((test) => test(profile));
  }
  function parseAnd(): Test {
    const tests = [parseNot()];
    while (takeWord('and')) tests.push(parseNot());
    return (profile) => tests.every((test) => test(profile));
  }
  function parseNot(): Test {
    if (takeWord('not')) {
      const test = nest(parseNot);
      return (profile) => !test(profile);
    }
    return takeWord('(') ? nest(parseGroup) : parseFlag();
  }
  /** One level down; without a limit a long row of brackets would end the whole process. */
  function nest(parse: () => Test): Test {
    depth += 1;
    if (depth > deepest) throw problemAt(tokens[next - 1], `"not" and brackets are nested more than ${deepest} deep`);
    const test = parse();
    depth -= 1;
    return test;
  }
  function parseGroup(): Test {
    const test = parseOr();
    if (!takeWord(')')) throw problemAt(tokens[next], 'a closing parenthesis is missing');
    return test;
  }
  function parseFlag(): Test {
    const token = tokens[next];
    const flag = profileFlags.find((name) => name === token?.word);
    if (!flag) throw problemAt(token, token ? `${token.word} is no profile flag` : 'a profile flag is missing');
    flags.push(flag);
    next += 1;
    return (profile) => profile.includes(flag);
  }
  function takeWord(word: string): boolean {
    if (tokens[next]?.word !== word) return false;
    next += 1;
    return true;
  }
  function problemAt(token: Token | undefined, message: string): WhenSyntaxError {
    return new WhenSyntaxError(message, token?.index ?? text.length);
  }

  try {
    const holds = parseOr();
    if (next < tokens.length) throw problemAt(tokens[next], `${tokens[next]?.word} is not expected here`);
    return { flags, holds };
  } catch (problem) {
    if (problem instanceof WhenSyntaxError) return { message: problem.message, index: problem.index };
    throw problem;
  }
}

/** Without a profile every `when` is true; so is one that cannot be read, which `check` reports. */
export function holdsFor(when: string | undefined, profile: readonly ProfileFlag[] | undefined): boolean {
  if (when === undefined || profile === undefined) return true;
  const parsed = parseWhen(when);
  return 'holds' in parsed ? parsed.holds(profile) : true;
}

class WhenSyntaxError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}
