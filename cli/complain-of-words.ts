import type { Answer } from './answer.ts';

export function complainOfWords(isJson: boolean, wrong: string, help: string): Answer {
  const stdout = isJson ? JSON.stringify({ ok: false, problems: [wrong] }, null, 2) : '';
  return { exitCode: 2, stdout, stderr: `${wrong}${help.startsWith('\n') ? '' : ' '}${help}` };
}

/** A failure that has no JSON of its own: what stderr says, a problem per line. */
export function withProblems(run: Answer): Answer {
  if (run.exitCode !== 1 || run.stdout !== '') return run;
  const problems = run.stderr.split('\n').filter((line) => line !== '');
  return { ...run, stdout: JSON.stringify({ ok: false, problems }, null, 2) };
}
