import type { Answer } from './answer.ts';
import type { Commands } from './command.ts';
import { complainOfWords, withProblems } from './complain-of-words.ts';
import { exerciseCommands } from './exercise-commands.ts';
import { parseWords } from './parse-words.ts';
import { scorecardCommands } from './scorecard-commands.ts';
import { scriptCommands } from './script-commands.ts';
import { findHelp, pages } from './usage.mjs';
import { workspaceCommands } from './workspace-commands.ts';

const commands: Commands = { ...scriptCommands, ...exerciseCommands, ...scorecardCommands, ...workspaceCommands };

/** Answers one command line. Exit 2 where the words are wrong. */
export async function answerWords(args: readonly string[]): Promise<Answer> {
  const help = findHelp(args);
  if (help !== null) return { exitCode: 0, stdout: help, stderr: '' };
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const isJson = rest.includes('--json');
  if (!command) return complainOfWords(isJson, `There is no command ${name}.`, 'See muster --help.');
  const words = parseWords(rest, {
    withValue: command.flags,
    alone: ['--json', ...(command.alone ?? [])],
    repeated: command.repeated ?? [],
  });
  const run = 'wrong' in words ? words : await command.run(words);
  if ('wrong' in run) return complainOfWords(isJson, run.wrong, `\n${pages[name] ?? ''}`);
  return 'flags' in words && words.flags.has('--json') ? withProblems(run) : run;
}
