import type { CommandType } from './commands.ts';

/** What a scribe may do: write something down, or mend what was written. Room and course are the facilitator's. */
export const mayScribe = (type: CommandType): boolean => writing.has(type);

const writing: ReadonlySet<CommandType> = new Set<CommandType>([
  'record_decision',
  'record_gap',
  'record_strength',
  'record_observation',
  'park_item',
  'agree_action',
  'propose_runbook_change',
  'change_severity',
  'change_attendance',
  'declare_milestone',
  'amend_entry',
  'withdraw_entry',
]);
