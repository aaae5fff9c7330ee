import type { EventType, ExerciseEvent } from './events.ts';

/**
 * What an event is about: `released:Q1-010`, `action:a3`, `gap:G1`. Rules and clocks look things up by topic,
 * so that a decision costs the same after ten events and after a hundred thousand.
 */
export type Topic = string;

const none: readonly Topic[] = [];

export function topicsOf(event: ExerciseEvent): readonly Topic[] {
  switch (event.type) {
    case 'inject_released':
      return [`released:${event.data.inject}`, 'room'];
    case 'inject_held':
    case 'inject_skipped':
      return [`course:${event.data.inject}`];
    case 'inject_moved':
      return [`moved:${event.data.inject}`];
    case 'injects_left_out':
      return [...event.data.injects.map((inject) => `course:${inject}`), ...(event.data.finish ? ['finish'] : [])];
    case 'inject_improvised':
      return [`improvised:${event.data.inject}`];
    case 'room_changed':
      return ['room'];
    case 'detected':
      return [`detected:${event.data.inject}`];
    case 'action_observed':
    case 'action_not_done':
      return [`action:${event.data.action}`];
    case 'question_asked':
      return event.data.to_room ? ['room'] : none;
    case 'decision_opened':
      return [`opened:${event.data.decision}`, 'room'];
    case 'decision_options_shown':
      return [`options:${event.data.decision}`, 'room'];
    case 'decision_made':
      return [`made:${event.data.decision}`];
    case 'decision_revised':
      return [`revised:${event.data.decision}`];
    case 'severity_changed':
      return ['severity'];
    case 'clock_recognised':
    case 'clock_not_applicable':
    case 'clock_filed':
      return [`clock:${event.data.clock}`];
    case 'gap_recorded':
      return [`gap:${event.data.gap}`];
    case 'action_agreed':
      return [`action_item:${event.data.action_item}`];
    case 'objective_rated':
      return [`rated:${event.data.objective}`];
    case 'leadership_asked':
      return ['asked'];
    default:
      return isMilestone(event.type) ? [`milestone:${event.type}`] : none;
  }
}

function isMilestone(type: EventType): boolean {
  return /^(incident|containment|eradication|recovery)_declared$|^exec_notified$|^statement_approved$/.test(type);
}

/** What `undo_last` may take back: the last capture, release or running-order change. Source: definitions.md, "Undo". */
const neverUndone: ReadonlySet<EventType> = new Set<EventType>([
  'exercise_started',
  'exercise_paused',
  'exercise_resumed',
  'exercise_suspended',
  'real_world_stop',
  'exercise_ended',
  'clock_reanchored',
  'inject_improvised',
  'entry_amended',
  'entry_withdrawn',
  'undone',
  'objective_rated',
  'feedback_given',
  'action_retested',
  'action_status_changed',
  'if_real_written',
  'leadership_asked',
  'management_response_recorded',
  'wording_acknowledged',
  'report_signed',
  'summary_approved',
  'report_finalised',
  'revision_opened',
]);

export const isUndoable = (type: EventType): boolean => !neverUndone.has(type);

const runningOrderTypes: ReadonlySet<EventType> = new Set<EventType>([
  'inject_released',
  'inject_held',
  'inject_skipped',
  'inject_moved',
  'injects_left_out',
  'room_changed',
]);

/** Captures can be amended and withdrawn; a release, a pause or the end cannot. Review entries are captures too. */
export function isCapture(type: EventType): boolean {
  if (isUndoable(type)) return !runningOrderTypes.has(type);
  return reviewTypes.has(type);
}

const reviewTypes: ReadonlySet<EventType> = new Set<EventType>([
  'objective_rated',
  'feedback_given',
  'action_retested',
  'action_status_changed',
  'if_real_written',
  'leadership_asked',
  'management_response_recorded',
  'wording_acknowledged',
  'summary_approved',
]);

/** The id an entry was given when it was recorded, if its kind has numbers: `G2`, `AI-1`, `AH-3`, `NEW-1`. */
export function idOf(event: ExerciseEvent): string | undefined {
  switch (event.type) {
    case 'gap_recorded':
      return event.data.gap;
    case 'strength_recorded':
      return event.data.strength;
    case 'observation_recorded':
      return event.data.observation;
    case 'item_parked':
      return event.data.item;
    case 'action_agreed':
      return event.data.action_item;
    case 'runbook_change_proposed':
      return event.data.change;
    case 'inject_improvised':
      return event.data.inject;
    case 'decision_made':
      return event.data.question === undefined ? undefined : event.data.decision;
    default:
      return undefined;
  }
}
