/** Every document of a month, by the name it has in the output folder. */
export const scorecardNames = [
  'scorecard.docx',
  'scorecard-rows.docx',
  'scorecard-rows.csv',
  'exceptions.docx',
  'exceptions.csv',
  'scorecard.json',
] as const;
export type ScorecardName = (typeof scorecardNames)[number];
