import { type Finding, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';

const longestLine = 64;

/** Logs and alerts keep their columns, so a long line would wrap on the shared screen. */
export function checkArtefacts({ injects, contingency }: Scenario): readonly Finding[] {
  const bodies = [
    ...injects.flatMap(({ channel, id, body, if_already }, at) => [
      { channel, id, body, path: ['injects', at, 'body'] },
      ...(if_already ? [{ channel, id, body: if_already.body, path: ['injects', at, 'if_already', 'body'] }] : []),
    ]),
    ...contingency.map(({ channel, id, body }, at) => ({ channel, id, body, path: ['contingency', at, 'body'] })),
  ];
  return bodies
    .filter(({ channel }) => channel === 'log_extract' || channel === 'siem_alert')
    .flatMap(({ id, body, path }) => {
      const longest = Math.max(...body.split('\n').map((line) => line.length));
      return longest > longestLine
        ? [warning(path, `body: a line of ${longest} characters at ${id}; at most ${longestLine}`)]
        : [];
    });
}
