import { defaultWorkspace } from '#services/saving/workspace.ts';
import type { Answer } from './answer.ts';
import type { Words, WrongWords } from './parse-words.ts';

/** Each command loads only what it needs. */
export type Command = {
  readonly flags: readonly string[];
  readonly alone?: readonly string[];
  /** May be given more than once. */
  readonly repeated?: readonly string[];
  readonly run: (words: Words) => Promise<Answer> | WrongWords;
};

export type Commands = Readonly<Record<string, Command>>;

export const common = ['--workspace'];

export function shared(flags: Words['flags']) {
  return { workspace: flags.get('--workspace') ?? defaultWorkspace, json: flags.has('--json') };
}
