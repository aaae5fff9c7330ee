import { Temporal } from 'temporal-polyfill';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import type { ExerciseEvent } from '../events.ts';
import { eventAt } from '../log.ts';
import { refuse } from '../refusals.ts';
import type { ExerciseState } from '../state.ts';
import { allow } from './allow.ts';
import { findPlanProblem } from './plan-problem.ts';

export type CourseCommand = CommandOf<
  | 'start_exercise'
  | 'pause_exercise'
  | 'resume_exercise'
  | 'suspend_exercise'
  | 'stop_for_real_world'
  | 'end_exercise'
  | 'reanchor_clock'
>;

export function decideCourse(state: ExerciseState, command: CourseCommand): Decided {
  switch (command.type) {
    case 'start_exercise': {
      const problem = findPlanProblem(state.source, command.setup);
      return problem ? refuse('unplayable', problem) : allow({ type: 'exercise_started', data: command.setup });
    }
    case 'pause_exercise':
      return allow({ type: 'exercise_paused', data: { reason: command.reason } });
    case 'resume_exercise':
      return resumeExercise(state, command);
    case 'suspend_exercise':
      return allow({ type: 'exercise_suspended', data: { reason: command.reason } });
    case 'stop_for_real_world':
      return allow({ type: 'real_world_stop', data: { reason: command.reason } });
    case 'end_exercise':
      return allow({ type: 'exercise_ended', data: {} });
    case 'reanchor_clock': {
      const { after, gap_ms, counted } = command;
      return allow({ type: 'clock_reanchored', data: { after, gap_ms, counted } });
    }
  }
}

const resumed: ExerciseEvent = { type: 'exercise_resumed', data: {} };

function resumeExercise(state: ExerciseState, { on }: CommandOf<'resume_exercise'>): Decided {
  if (state.phase === 'running') return refuse('not_paused');
  if (state.phase !== 'suspended') return on === undefined ? allow(resumed) : refuse('sitting_date_unwanted', on);
  if (on === undefined) return refuse('sitting_needs_date');
  const lastT = eventAt(state.log, state.position)?.t;
  if (lastT && Temporal.Instant.compare(Temporal.Instant.from(on), Temporal.Instant.from(lastT)) < 0) {
    return refuse('sitting_too_early', `${on} is before ${lastT}`);
  }
  return allow(resumed);
}
