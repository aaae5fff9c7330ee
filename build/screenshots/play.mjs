// Some minutes of Q2, given through the console's own bridge on a clock that is moved on.
import { ask } from './camera.mjs';

const script = 'q2-ransomware';
const release = (inject) => ({ type: 'release_inject', inject, already_done: false });
const seen = (action, by) => ({ type: 'record_action', action, by });

/** Minute of the exercise and what is given then. */
const steps = [
  [0, release('Q2-010')],
  [1.5, { type: 'record_detection', inject: 'Q2-010', by: 'SEC' }],
  [6.5, seen('a1', 'SEC')],
  [8, release('Q2-030')],
  [13, { type: 'open_decision', decision: 'D1' }],
  [
    16,
    {
      type: 'record_decision',
      decision: 'D1',
      by: 'IC',
      choice: 'Security incident P0',
      rationale: 'One machine after another',
    },
  ],
  [17, { type: 'declare_milestone', milestone: 'incident_declared', by: 'IC' }],
  [19, release('Q2-040')],
  [22, seen('a8', 'DEVOPS')],
  [24, { type: 'recognise_clock', clock: 'INSURER', inject: 'Q2-040', by: 'LEGAL' }],
  [25, { type: 'recognise_clock', clock: 'GDPR-33-2', inject: 'Q2-040', by: 'LEGAL' }],
  [26, { type: 'recognise_clock', clock: 'GDPR-33', inject: 'Q2-040', by: 'LEGAL' }],
  [27, { type: 'record_strength', what: 'Platform engineering brought both options, with their cost' }],
  [28.5, release('Q2-050')],
  [
    33,
    {
      type: 'record_observation',
      text: 'The account of the status page was looked for in the password safe',
      kind: 'workaround',
    },
  ],
  [35.5, seen('a10', 'DEVOPS')],
  [38, { type: 'record_gap', title: 'An intruder with administrator rights can sign in to the last backup' }],
  [39, release('Q2-060')],
  [41, { type: 'open_decision', decision: 'D2' }],
  [44, { type: 'park_item', text: 'Who speaks to the works council?' }],
];

/** @param {import('playwright-core').Page} page */
export async function startExercise(page, { lengthMin }) {
  const plan = await ask(page, 'fill_plan', { script });
  await ask(page, 'save_plan', { plan: { ...plan, plan: { ...plan.plan, length_min: lengthMin } } });
  const { exercise } = await ask(page, 'start_exercise', { script });
  await ask(page, 'open_exercise', { exercise });
  return exercise;
}

/** @param {import('playwright-core').Page} page */
export function give(page, exercise, command) {
  return ask(page, 'give_command', { exercise, command, pressedM: null });
}

/** @param {import('playwright-core').Page} page */
export async function playUntil(page, muster, exercise, last) {
  let now = 0;
  for (const [minute, command] of [...steps, [last, null]]) {
    await muster.passMinutes(minute - now);
    now = minute;
    if (command) await give(page, exercise, command);
  }
}
