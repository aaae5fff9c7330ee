import { z } from 'zod';
import { isLocalDateTime } from './calendar.ts';
import { scriptObject } from './script-object.ts';
import {
  attachmentKinds,
  audiences,
  capabilities,
  channels,
  incidentSeverities,
  injectTags,
  priorities,
  quarters,
  roles,
  tlpLabels,
} from './vocabulary.ts';

/** Fields as in spec.md A.1 and A.2; required is what the acceptance script carries throughout (definitions.md). */
const text = z.string().min(1, 'Write something here, or leave the field out.');
export const localDateTime = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'Write a local date and time such as 2026-02-17T09:20.',
    abort: true,
  })
  .refine(isLocalDateTime, 'The calendar has no such day.');
const minutes = z.int('Write whole minutes.').nonnegative('Minutes cannot be negative.');
const targetMinutes = z.int('Write whole minutes.').positive('A target is at least one minute.');
const role = z.enum(roles);
const roleList = z.array(role).min(1, 'Name at least one role.');

const action = scriptObject({
  room: {},
  facilitator: { id: text, do: text, by: role, min: targetMinutes },
});

const decision = scriptObject({
  room: { question: text, owner: role, options: z.array(text).min(1, 'A decision needs options.') },
  facilitator: {
    id: text,
    delegate: role.optional(),
    escalate: role.optional(),
    target_min: targetMinutes,
    if_no_decision: text.optional(),
    clock_trigger: z.array(text).default([]),
    starts_clock_when: z.array(text).optional(),
  },
});

const attachment = scriptObject({
  room: { name: text, kind: z.enum(attachmentKinds), text: text.optional() },
  facilitator: { file: text.optional() },
});

/** `when` is for the facilitator; the body replaces the inject's own once it is released as already done. */
const alreadyDone = scriptObject({ room: { body: text }, facilitator: { when: text } });
const heldBack = scriptObject({ room: {}, facilitator: { asked: text, answer: text } });
const branch = scriptObject({ room: {}, facilitator: { if: text, goto: text } });

const artefactForRoom = { channel: z.enum(channels), from: text, to: text, subject: text.optional(), body: text };
const artefactForFacilitator = {
  id: text,
  title: text,
  audience: z.enum(audiences).default('room'),
  named: roleList.optional(),
  roles: roleList,
  clock_trigger: z.array(text).default([]),
};

/** One inject. What stands under `room` reaches the room once released, and only if `audience` lets it. */
const inject = scriptObject({
  room: {
    ...artefactForRoom,
    storyline_time: localDateTime,
    if_already: alreadyDone.optional(),
    attachments: z.array(attachment).default([]),
    tlp: z.enum(tlpLabels).optional(),
    decision: decision.optional(),
  },
  facilitator: {
    ...artefactForFacilitator,
    t: minutes,
    priority: z.enum(priorities),
    severity: z.enum(incidentSeverities),
    detectable: z.boolean(),
    detect_target_min: targetMinutes.optional(),
    held_back: z.array(heldBack).default([]),
    notes: text.optional(),
    expect: z.array(action).default([]),
    ask: z.array(text).default([]),
    branch: z.array(branch).default([]),
    when: text.optional(),
    runbook: z.array(text).default([]),
    attack: z.array(text).default([]),
    csf: z.array(text).default([]),
    tags: z.array(z.enum(injectTags)).default([]),
    read_aloud: z.boolean().optional(),
    duration_min: targetMinutes.optional(),
  },
});

/** From the pocket: no planned time, released when the trigger is seen. */
const contingency = scriptObject({
  room: artefactForRoom,
  facilitator: { ...artefactForFacilitator, trigger: text, purpose: text.optional() },
});

const objective = scriptObject({
  room: {},
  facilitator: {
    id: text,
    capability: z.enum(capabilities),
    text,
    metric: text,
    target_min: targetMinutes,
    /** A name in the author's words → the id of an expected action or a decision. */
    critical_tasks: z.record(text, text),
  },
});

export const scenarioSchema = scriptObject({
  room: { storyline_start: localDateTime, injects: z.array(inject).min(1), contingency: z.array(contingency) },
  facilitator: {
    id: text,
    title: text,
    quarter: z.enum(quarters),
    type: text,
    version: text,
    attack_version: text,
    duration_min: targetMinutes,
    standard_min: targetMinutes.optional(),
    hotwash_min: minutes,
    placeholders: z.record(text, z.string()).default({}),
    modelled_on: z.array(text).default([]),
    storyline: text,
    facilitator_brief: text.optional(),
    before_you_start: z.array(text).default([]),
    objectives: z.array(objective).min(1),
    assumptions: z.array(text),
    artificialities: z.array(text).default([]),
    safety: z.array(text).default([]),
    optional_invitees: z.array(role).default([]),
    likely_gaps: z.array(text).default([]),
    clocks: z.array(text).default([]),
  },
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type Inject = z.infer<typeof inject>;
export type ContingencyInject = z.infer<typeof contingency>;
export type Decision = z.infer<typeof decision>;
export type ExpectedAction = z.infer<typeof action>;
export type Objective = z.infer<typeof objective>;
