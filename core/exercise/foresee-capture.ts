import { describeEvent } from '../report/describe-event.ts';
import { exerciseMinutesAt } from './clock.ts';
import type { Command, CommandType, WindowCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { EventType } from './events.ts';
import type { ExerciseState } from './state.ts';

/** A capture as its entry will read: whole minutes of the exercise clock, and its words. */
export type ForeseenCapture = { readonly type: EventType; readonly minute: number; readonly text: string };

/** What is only written down. All else changes the room or the course, and must not happen later, by surprise. */
const writtenDown: ReadonlySet<CommandType> = new Set<CommandType>([
  'record_detection',
  'record_action',
  'record_action_not_done',
  'change_severity',
  'change_attendance',
  'declare_milestone',
  'record_decision',
  'revise_decision',
  'recognise_clock',
  'rule_out_clock',
  'file_clock',
  'record_gap',
  'record_strength',
  'record_observation',
  'park_item',
  'agree_action',
  'propose_runbook_change',
]);

/** The entry a capture will be, once it is saved; null for what is no capture, or what the rules refuse now. */
export function foreseeCapture(state: ExerciseState, command: WindowCommand, m: number): ForeseenCapture | null {
  if (!writtenDown.has(command.type)) return null;
  const whole: Command = command.type === 'agree_action' ? { ...command, register_id: 'not given yet' } : command;
  const decided = decide(state, whole);
  const [event] = decided.ok ? decided.value : [];
  if (!event) return null;
  const { text } = describeEvent({ seq: 0, t: '', m, s: '', ...event }, state.scenario);
  return { type: event.type, minute: Math.floor(exerciseMinutesAt(state, m)), text };
}
