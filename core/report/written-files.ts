/** What each document is for, by its name; null for a file that is none of ours. */
export function purposeOf(name: string): string | null {
  return purposes[name] ?? (/^runbooks\/.*\.md$/.test(name) ? 'Your runbook with its changes made' : null);
}

const purposes: Readonly<Record<string, string>> = {
  'post-mortem.docx': 'The report: page one for leadership, then what happened, gaps, actions and sign-off',
  'post-mortem-long.docx':
    'The report with every section and appendix: method, measures, assurance, event log; for reviewers and auditors',
  'legal-annex.docx': 'Legal clocks recognised and missed, for counsel; an exercise aid, not legal advice',
  'runbook-changes.docx': 'Each change to a runbook as a tracked change, to accept or reject in Word',
  'runbook-changes.diff': 'The same changes to your Markdown files, for `patch` or a version control',
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
