import type { SavedEvent } from '../exercise/events.ts';
import type { Scenario } from '../scenario/schema.ts';
import { refOf, roleOf } from './event-reference.ts';
import { tellGap } from './gap-statement.ts';
import { actionOf, answerOf, clockOf, questionOf, titleOf, unasked } from './script-words.ts';
import { tellRoom } from './tell-room.ts';
import { capitalise, listWords, plain, quoted, roleNames, sentence } from './term-words.ts';

/** What an event is about, who it came from, and what happened, in plain words. */
export type Described = { readonly ref: string; readonly role: string; readonly text: string };

export function describeEvent(event: SavedEvent, scenario: Scenario): Described {
  return { ref: refOf(event), role: roleOf(event), text: textOf(event, scenario) };
}

function textOf(event: SavedEvent, scenario: Scenario): string {
  return (
    tellCourse(event) ??
    tellRunningOrder(event, scenario) ??
    tellLive(event, scenario) ??
    tellClock(event) ??
    tellFinding(event) ??
    tellReview(event) ??
    capitalise(event.type.replaceAll('_', ' ').replace('exec ', 'executive sponsor '))
  );
}

function tellCourse({ type, data }: SavedEvent): string | null {
  switch (type) {
    case 'exercise_started':
      return `Exercise started: ${data.scenario.id}, version ${data.scenario.version}`;
    case 'exercise_paused':
      return `Paused: ${data.reason}`;
    case 'exercise_resumed':
      return 'Resumed';
    case 'exercise_suspended':
      return `Sitting ended: ${data.reason}`;
    case 'real_world_stop':
      return `REAL WORLD: ${data.reason}`;
    case 'exercise_ended':
      return 'Exercise ended';
    case 'clock_reanchored':
      return `Clock continued after ${data.after}; the gap ${data.counted ? 'counts' : 'does not count'}`;
    default:
      return null;
  }
}

function tellRunningOrder({ type, data }: SavedEvent, scenario: Scenario): string | null {
  const because = 'reason' in data && data.reason ? `: ${data.reason}` : '';
  switch (type) {
    case 'inject_released': {
      const how = [
        data.showing > 1 ? 'shown again' : 'released',
        ...(data.already_done ? ['as already done'] : []),
        ...(data.reinstated ? ['after all'] : []),
      ];
      const title = titleOf(scenario, data.inject);
      const what = title === data.inject ? `Improvised inject ${title}` : quoted(title);
      return `${what} ${how.join(', ')}`;
    }
    case 'inject_held':
      return `${quoted(titleOf(scenario, data.inject))} held${because}`;
    case 'inject_skipped':
      return `${quoted(titleOf(scenario, data.inject))} skipped${because}`;
    case 'inject_moved':
      return `${quoted(titleOf(scenario, data.inject))} moved to T+${data.to_min}`;
    case 'injects_left_out':
      return data.injects.length === 0
        ? `Nothing left out${because}`
        : `${tellTitles(data.injects.map((inject) => titleOf(scenario, inject)))} left out${because}`;
    case 'inject_improvised':
      return `Improvised: ${data.title}`;
    case 'room_changed':
      return tellRoom(data, scenario);
    default:
      return null;
  }
}

const mostTitles = 3;

function tellTitles(titles: readonly string[]): string {
  const named = titles.map(quoted);
  if (named.length <= mostTitles) return listWords(named);
  return listWords([...named.slice(0, mostTitles - 1), `${named.length - mostTitles + 1} more`]);
}

const tellQuestion = (question: string) => (question === unasked ? unasked : `${question} Decided`);

function tellChoice({ choice, rationale }: { readonly choice: string; readonly rationale?: string | undefined }) {
  return rationale ? `${sentence(choice)} Because: ${rationale}` : choice;
}

function tellLive({ type, data }: SavedEvent, scenario: Scenario): string | null {
  switch (type) {
    case 'detected':
      return `Noticed: ${titleOf(scenario, data.inject)}`;
    case 'action_observed':
      return `Observed: ${actionOf(scenario, data.action)}`;
    case 'action_not_done':
      return `Not done: ${actionOf(scenario, data.action)}${data.reason ? ` (${data.reason})` : ''}`;
    case 'question_asked':
      return `Asked: ${data.question}${data.answer === undefined ? '' : ` Answer: ${answerOf(scenario, data.question, data.answer)}`}`;
    case 'decision_opened':
      return `Decision opened: ${data.question ?? questionOf(scenario, data.decision)}`;
    case 'decision_options_shown':
      return 'Options shown to the room';
    case 'decision_made':
      return `${tellQuestion(data.question ?? questionOf(scenario, data.decision))}: ${tellChoice(data)}`;
    case 'decision_revised':
      return `Revised: ${tellChoice(data)}`;
    case 'severity_changed':
      return `Severity ${data.severity}`;
    case 'attendance_changed':
      return data.stands_in_for ? `Stand-in for ${data.role} ${data.change}` : `${data.role} ${data.change}`;
    default:
      return null;
  }
}

function tellClock({ type, data }: SavedEvent): string | null {
  switch (type) {
    case 'clock_recognised':
      return `Clock recognised: ${clockOf(data.clock)}${data.facts?.length ? `, ${listWords(data.facts.map(plain))}` : ''}`;
    case 'clock_not_applicable':
      return `Clock ${clockOf(data.clock)} does not apply: ${data.reason}`;
    case 'clock_filed':
      return `Filed for ${clockOf(data.clock)}${data.reference ? `: ${data.reference}` : ''}`;
    default:
      return null;
  }
}

function tellFinding({ type, data }: SavedEvent): string | null {
  switch (type) {
    case 'gap_recorded':
      return data.when || data.missing || data.effect ? `${sentence(data.title)} ${tellGap(data)}` : data.title;
    case 'strength_recorded':
      return [data.what, data.effect, data.keep && `Keep: ${data.keep}`].filter(Boolean).join(' – ');
    case 'observation_recorded':
    case 'item_parked':
      return data.text;
    case 'action_agreed':
      return data.title;
    case 'runbook_change_proposed':
      return `${data.runbook}${data.step ? ` step ${data.step}` : ''} (${data.type}): ${data.new ?? data.old ?? ''}`;
    case 'entry_amended':
      return `Amended: ${Object.entries(data.with).map(tellAmendment).join('; ')}`;
    case 'entry_withdrawn':
      return `Withdrawn: ${data.reason}`;
    case 'undone':
      return 'Undone';
    default:
      return null;
  }
}

function tellAmendment([field, value]: [string, unknown]): string {
  return `${field.replaceAll('_', ' ')}: ${tellValue(value)}`;
}

function tellValue(value: unknown): string {
  if (value === null) return 'taken out';
  if (Array.isArray(value)) return value.map(tellValue).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function tellReview({ type, data }: SavedEvent): string | null {
  switch (type) {
    case 'objective_rated':
      return `Rated ${data.rating}${data.reason ? `: ${data.reason}` : ''}`;
    case 'feedback_given':
      return 'Feedback form';
    case 'action_retested':
      return `Re-tested: ${data.result.replaceAll('_', ' ')}${data.note ? `. ${data.note}` : ''}`;
    case 'action_status_changed':
      return `Status ${data.status.replaceAll('_', ' ')}${data.evidence ? `. Evidence: ${data.evidence}` : ''}${data.reason ? `. ${data.reason}` : ''}`;
    case 'if_real_written':
      return data.text;
    case 'leadership_asked':
      return `Asked of leadership: ${data.what}`;
    case 'management_response_recorded':
      return `Management response: ${data.decision.replaceAll('_', ' ')}`;
    case 'wording_acknowledged':
      return `Wording kept: ${quoted(data.text)}, because ${data.reason}`;
    case 'report_signed':
      return `Signed by the ${data.role}`;
    case 'summary_approved':
      return `Summary for customers approved by ${roleNames[data.role]}, ${data.tlp}`;
    case 'report_finalised':
      return `Report FINAL, version ${data.version}`;
    case 'revision_opened':
      return `Revision ${data.version} opened: ${data.reason}`;
    default:
      return null;
  }
}
