import { priorityOf } from '../priority.ts';
import type { RegisteredAction } from '../registered-action.ts';
import type { ExportFile } from './export-file.ts';
import { cleanLine, cutTo, describeForTracker, labelsOf } from './export-text.ts';

type Issue = {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** Logins, which no register knows: the owner stands in the body. */
  readonly assignees: readonly string[];
  readonly milestone: string | null;
};

const titleMost = 256;
const limits = { titleMost, most: 60_000, hasDue: false, hasOwner: false, callsNames: true };

/** GitHub imports no CSV: the issues as data, and the commands that make them, for somebody to read and run. */
export function listGithubFiles(
  actions: readonly RegisteredAction[],
  isSample: boolean,
  today: string,
): readonly ExportFile[] {
  const issues = actions.map((action) => ({ id: cleanLine(action.register_id), issue: toIssue(action, isSample) }));
  const lines = issues.map(({ issue }) => `${JSON.stringify(issue)}\n`);
  return [
    { is: 'text', name: 'issues.jsonl', text: lines.join('') },
    { is: 'text', name: 'create-issues.sh', text: writeScript(issues, today) },
  ];
}

function toIssue(action: RegisteredAction, isSample: boolean): Issue {
  const priority = priorityOf(action);
  const sections = describeForTracker(action, limits);
  return {
    title: cutTo(cleanLine(action.title), titleMost),
    body: [...(priority === '' ? [] : [['Priority', priority] as const]), ...sections]
      .map(([name, text]) => `**${name}**\n\n${text}`)
      .join('\n\n'),
    labels: labelsOf(action, isSample),
    assignees: [],
    milestone: null,
  };
}

function writeScript(issues: readonly { readonly id: string; readonly issue: Issue }[], today: string): string {
  const labels = [...new Set(issues.flatMap(({ issue }) => issue.labels))].sort();
  return [
    '#!/bin/sh',
    `# Makes ${issues.length} GitHub issues of the action register, as it stood on ${today}. Read it before you run it:`,
    '#   GH_REPO=OWNER/NAME sh create-issues.sh',
    '# It needs the gh command, signed in. Issues that were made stand in created-issues.txt, and are not made again.',
    'set -eu',
    'made=created-issues.txt',
    'touch "$made"',
    'wants() { ! grep -qF -- "$1 " "$made"; }',
    'create() {',
    '  id=$1',
    '  shift',
    '  url=$(gh issue create --body-file - "$@")',
    `  printf '%s %s\\n' "$id" "$url" | tee -a "$made"`,
    '}',
    '# A label that is there already stays as it is.',
    ...labels.map((label) => `gh label create ${quote(label)} >/dev/null 2>&1 || true`),
    ...issues.map(({ id, issue }) => writeCommand(id, issue)),
    '',
  ].join('\n');
}

function writeCommand(id: string, { title, body, labels }: Issue): string {
  const options = [`--title ${quote(title)}`, ...labels.map((label) => `--label ${quote(label)}`)];
  return `
if wants ${quote(id)}; then
printf '%s' ${quote(body)} |
  create ${quote(id)} ${options.join(' ')}
fi`;
}

/** For a POSIX shell: nothing within is looked at but the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
