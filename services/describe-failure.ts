/** Kind of failure and where in the code. Never its message, which may quote what was typed. */
export function describeFailure(problem: unknown): string {
  if (!(problem instanceof Error)) return `Failed with a ${typeof problem}.`;
  const places = problem.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  const code = 'code' in problem ? ` ${String(problem.code)}` : '';
  return [`${problem.name}${code}`, ...places].join('\n');
}
