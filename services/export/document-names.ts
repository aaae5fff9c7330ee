/** Every document of an exercise, by the name it has in the output folder. */
export const documentNames = [
  'post-mortem.docx',
  'post-mortem-participants.docx',
  'customer-summary.docx',
  'runbook-changes.docx',
  'action-items.csv',
  'timeline.csv',
  'exercise.json',
] as const;

export type DocumentName = (typeof documentNames)[number];
