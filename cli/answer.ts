/** What a command leaves: printed once, at the end, by the one place that writes to the terminal. */
export type Answer = { readonly exitCode: 0 | 1 | 2; readonly stdout: string; readonly stderr: string };

export function say(text: string, notices: Iterable<string> = []): Answer {
  return { exitCode: 0, stdout: text, stderr: [...notices].join('\n') };
}

export function complain(...problems: readonly string[]): Answer {
  return { exitCode: 1, stdout: '', stderr: problems.join('\n') };
}
