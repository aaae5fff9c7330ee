import { z } from 'zod';
import { decisionFields, role, captureText as text } from '../exercise/events/captures.ts';
import { channels, incidentFacts, incidentSeverities, milestones, roomCards } from '../scenario/vocabulary.ts';
import { verb } from './verb.ts';

const by = role.optional();
const yes = z.literal(true, 'Write true, or leave the entry out.');
const reason = text.optional();
const { by: decidedBy, choice, ...more } = decisionFields;
const decided = { by: decidedBy, choice, ...more };

/** What happens while the exercise runs. Syntax: content of a captures file, every verb once, in the user guide. */
export const liveVerbs = {
  pause: verb({ pause: text }, ({ pause }) => ({ type: 'pause_exercise', reason: pause })),
  resume: verb({ resume: yes, on: z.iso.datetime().optional() }, ({ on }) => ({ type: 'resume_exercise', on })),
  suspend: verb({ suspend: text }, ({ suspend }) => ({ type: 'suspend_exercise', reason: suspend })),
  real_world: verb({ real_world: text }, ({ real_world }) => ({ type: 'stop_for_real_world', reason: real_world })),
  end: verb({ end: yes }, () => ({ type: 'end_exercise' })),
  release: verb({ release: text, already_done: z.boolean().default(false) }, ({ release, already_done }) => ({
    type: 'release_inject',
    inject: release,
    already_done,
  })),
  hold: verb({ hold: text, reason }, ({ hold, ...fields }) => ({ type: 'hold_inject', inject: hold, ...fields })),
  skip: verb({ skip: text, reason }, ({ skip, ...fields }) => ({ type: 'skip_inject', inject: skip, ...fields })),
  move: verb({ move: text, to: z.number().nonnegative() }, ({ move, to }) => ({
    type: 'move_inject',
    inject: move,
    to_min: to,
  })),
  leave_out: verb({ leave_out: z.array(text).min(1), reason }, ({ leave_out, ...fields }) => ({
    type: 'leave_out_injects',
    injects: leave_out,
    ...fields,
  })),
  ad_hoc: verb(
    {
      ad_hoc: z.strictObject({
        title: text,
        channel: z.enum(channels),
        from: text,
        to: text,
        subject: text.optional(),
        roles: z.array(role).default([]),
        body: text,
      }),
    },
    ({ ad_hoc }) => ({ type: 'improvise_inject', ...ad_hoc }),
  ),
  room: verb(
    {
      room: z.enum(roomCards),
      minutes: z.number().positive().optional(),
      inject: text.optional(),
      attachment: z.int().positive().optional(),
    },
    ({ room, ...fields }) => ({ type: 'change_room', show: room, ...fields }),
  ),
  detected: verb({ detected: text, by }, ({ detected, ...fields }) => ({
    type: 'record_detection',
    inject: detected,
    ...fields,
  })),
  action_observed: verb({ action_observed: text, by }, ({ action_observed, ...fields }) => ({
    type: 'record_action',
    action: action_observed,
    ...fields,
  })),
  not_done: verb({ not_done: text, by, reason }, ({ not_done, ...fields }) => ({
    type: 'record_action_not_done',
    action: not_done,
    ...fields,
  })),
  question: verb(
    { question: text, inject: text.optional(), answer: text.optional(), to_room: z.boolean().default(false), by },
    (fields) => ({ type: 'record_question', ...fields }),
  ),
  open_decision: verb(
    {
      open_decision: text,
      inject: text.optional(),
      owner: role.optional(),
      question: text.optional(),
      target_min: z.number().positive().optional(),
    },
    ({ open_decision, ...fields }) => ({ type: 'open_decision', decision: open_decision, ...fields }),
  ),
  show_options: verb({ show_options: text }, ({ show_options }) => ({
    type: 'show_decision_options',
    decision: show_options,
  })),
  decision: verb({ decision: text, question: text.optional(), ...decided }, (fields) => ({
    type: 'record_decision',
    ...fields,
  })),
  revise_decision: verb({ revise_decision: text, ...decided }, ({ revise_decision, ...fields }) => ({
    type: 'revise_decision',
    decision: revise_decision,
    ...fields,
  })),
  severity: verb({ severity: z.enum(incidentSeverities), by }, (fields) => ({ type: 'change_severity', ...fields })),
  attendance: verb(
    {
      attendance: z.union([
        z.strictObject({ role, name: text.optional(), left: yes }),
        z.strictObject({ role, name: text, arrived: yes, stands_in_for: text.optional() }),
      ]),
    },
    ({ attendance }) => {
      const { role, name } = attendance;
      if ('left' in attendance) return { type: 'change_attendance', role, name, change: 'left' };
      return { type: 'change_attendance', role, name, change: 'arrived', stands_in_for: attendance.stands_in_for };
    },
  ),
  milestone: verb({ milestone: z.enum(milestones), by }, (fields) => ({ type: 'declare_milestone', ...fields })),
  clock_recognised: verb(
    { clock_recognised: text, inject: text.optional(), facts: z.array(z.enum(incidentFacts)).optional(), by },
    ({ clock_recognised, ...fields }) => ({
      type: 'recognise_clock',
      clock: clock_recognised,
      ...fields,
    }),
  ),
  clock_not_applicable: verb({ clock_not_applicable: text, by: role, reason: text }, (entry) => ({
    type: 'rule_out_clock',
    clock: entry.clock_not_applicable,
    by: entry.by,
    reason: entry.reason,
  })),
  clock_filed: verb({ clock_filed: text, by, reference: text.optional() }, ({ clock_filed, ...fields }) => ({
    type: 'file_clock',
    clock: clock_filed,
    ...fields,
  })),
  undo: verb({ undo: yes }, () => ({ type: 'undo_last' })),
};
