import type { RegisteredAction } from '../registered-action.ts';
import type { ExportFile } from './export-file.ts';
import { cleanLine, cutTo, describeForTracker, dueOf, labelsOf, muteNamesInLine } from './export-text.ts';

/** In that order. Source: spec.md C.7. */
export const gitlabHeader = ['title', 'description', 'due_date'] as const;

const titleMost = 255;
const descriptionMost = 32_000;
const limits = { titleMost, most: descriptionMost, hasDue: true, hasOwner: false, callsNames: true };

/** Labels are a quick action. It stands first, so that no code block of somebody's text can swallow it. */
export function listGitlabFile(actions: readonly RegisteredAction[], isSample: boolean): ExportFile {
  const rows = actions.map((action) => [
    cutTo(muteNamesInLine(cleanLine(action.title)), titleMost), // a title calls names too, unlike that of GitHub
    [
      `/label ${labelsOf(action, isSample)
        .map((label) => `~"${label}"`)
        .join(' ')}`,
      ...describeForTracker(action, limits).map(([name, text]) => `**${name}**\n\n${disarm(text)}`),
    ].join('\n\n'),
    dueOf(action),
  ]);
  return { is: 'table', name: 'gitlab.csv', header: gitlabHeader, rows };
}

/** A line that begins with a slash would be obeyed: `/close` in somebody's words closes nothing. */
function disarm(text: string): string {
  return text.replace(/^(\s*)\//gm, '$1\\/');
}
