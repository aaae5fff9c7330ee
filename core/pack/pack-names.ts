/** Every paper of a pack, by its file's name without an ending. Each says EXERCISE already there. */
export const packNames = [
  'exercise-facilitator-book',
  'exercise-handouts',
  'exercise-private-slips',
  'exercise-decision-cards',
  'exercise-capture-sheet',
  'exercise-feedback-form',
] as const;

export type PackName = (typeof packNames)[number];

export const packWords: Readonly<Record<PackName, string>> = {
  'exercise-facilitator-book': 'Facilitator book',
  'exercise-handouts': 'Handouts',
  'exercise-private-slips': 'Private slips',
  'exercise-decision-cards': 'Decision cards',
  'exercise-capture-sheet': 'Capture sheet',
  'exercise-feedback-form': 'Feedback form',
};
