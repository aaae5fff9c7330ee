import { severityOf } from '../priority.ts';
import type { RegisteredAction } from '../registered-action.ts';
import type { ExportFile } from './export-file.ts';
import { cleanLine, cutTo, describeForTracker, dueOf, labelsOf } from './export-text.ts';

/** Several values: the column again, under the same header. Source: spec.md C.7. */
export const jiraHeader =
  'Summary,Issue Type,Priority,Assignee,Due Date,Description,Labels,Labels,Labels,External ID'.split(',');

const priorities = { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' } as const;
const summaryMost = 255;
const descriptionMost = 32_000;

export function listJiraFile(actions: readonly RegisteredAction[], isSample: boolean): ExportFile {
  const rows = actions.map((action) => {
    const severity = severityOf(action);
    const [first = '', second = '', third = ''] = labelsOf(action, isSample);
    const email = action.owner_email ?? '';
    const limits = { titleMost: summaryMost, most: descriptionMost, hasDue: true, hasOwner: email !== '' };
    return [
      cutTo(cleanLine(action.title), summaryMost),
      'Task',
      severity === null ? '' : priorities[severity],
      email,
      dueOf(action),
      describeForTracker(action, limits)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n\n'),
      ...[first, second, third],
      action.register_id,
    ];
  });
  return { is: 'table', name: 'jira.csv', header: jiraHeader, rows };
}
