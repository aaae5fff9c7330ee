/** Every document of an exercise, by the name it has in the output folder. */
export const documentNames = [
  'post-mortem.docx',
  'post-mortem-long.docx',
  'legal-annex.docx',
  'post-mortem-participants.docx',
  'customer-summary.docx',
  'runbook-changes.docx',
  'runbook-changes.diff',
  'action-items.csv',
  'timeline.csv',
  'exercise.json',
] as const;

/** Beside them only where somebody asked for it and LibreOffice is installed. */
export const pdfNames = ['post-mortem.pdf'] as const;

export const binderName = (exercise: string) => `${exercise}-binder.zip`;

export type DocumentName = (typeof documentNames)[number];
