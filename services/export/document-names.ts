/** Every document of an exercise, by the name it has in the output folder. */
export const documentNames = [
  'post-mortem.docx',
  'post-mortem-long.docx',
  'legal-annex.docx',
  'runbook-changes.docx',
  'runbook-changes.diff',
  'action-items.csv',
  'timeline.csv',
  'exercise.json',
] as const;

export type DocumentName = (typeof documentNames)[number];
