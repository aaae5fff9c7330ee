/** `body`: what happened; `action`: what is to be done; `external`: what customers, press or a regulator read. */
export const writingFields = ['body', 'action', 'external'] as const;
export type WritingField = (typeof writingFields)[number];

/**
 * Beside the fields of the rules: `instruction`, a step of a runbook, says what people should do and may start with any verb, but
 * character, names and personnel stay out of it; `what_if`, the sentence that says what would have been, is counterfactual by nature.
 */
export type WritingKind = WritingField | 'instruction' | 'what_if';
