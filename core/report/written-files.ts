/** What each document is for, by its name; null for a file that is none of ours. */
export function purposeOf(name: string): string | null {
  return purposes[name] ?? (name.endsWith('-binder.zip') ? binderPurpose : purposeOfRunbook(name));
}

const purposeOfRunbook = (name: string) =>
  /^runbooks\/.*\.md$/.test(name) ? 'Your runbook with its changes made' : null;
const binderPurpose = 'Evidence binder: report, actions, event log, script and attendance, with a hash of each';

/** Whom a document is for. */
export const fileGroups = [
  { group: 'leadership', name: 'For leadership' },
  { group: 'participants', name: 'For participants' },
  { group: 'customers', name: 'For customers' },
  { group: 'trackers', name: 'For trackers and auditors' },
] as const;
export type FileGroup = (typeof fileGroups)[number]['group'];

export function groupOf(name: string): FileGroup {
  return groups[name] ?? 'trackers';
}

const groups: Readonly<Record<string, FileGroup>> = {
  'post-mortem.docx': 'leadership',
  'post-mortem.pdf': 'leadership',
  'post-mortem-long.docx': 'leadership',
  'post-mortem-participants.docx': 'participants',
  'customer-summary.docx': 'customers',
};

const purposes: Readonly<Record<string, string>> = {
  'post-mortem.docx': 'The report: page one for leadership, then what happened, gaps, actions and sign-off',
  'post-mortem.pdf': 'The same, to be read anywhere and changed nowhere',
  'post-mortem-participants.docx': 'For everybody who took part: functions instead of names, no facilitator’s notes',
  'customer-summary.docx': 'One page for customers, once Communications and Legal have approved it',
  'post-mortem-long.docx':
    'The report with every section and appendix: method, measures, assurance, event log; for reviewers and auditors',
  'legal-annex.docx': 'Legal clocks recognised and missed, for counsel; an exercise aid, not legal advice',
  'runbook-changes.docx': 'Each change to a runbook as a tracked change, to accept or reject in Word',
  'runbook-changes.diff': 'The same changes to your Markdown files, for patch or a version control',
  'action-items.csv': 'Actions with owner and date, for your tracker',
  'timeline.csv': 'Every event with its times, for a spreadsheet',
  'exercise.json': 'All figures and entries, for other programs',
};

/** `4.2 MB`, `18 kB`, `312 bytes`. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
