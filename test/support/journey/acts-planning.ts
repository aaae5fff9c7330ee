import { act, type Play } from './act.ts';
import type { Facilitator } from './facilitator.ts';
import { typeMoment } from './type-moment.ts';

const people = { 'Incident Commander': 'Dana Ortiz', Security: 'Sam Reyes', Legal: 'Ines Vogel' } as const;

/** Date, length and people; all else stays as the page suggests it. */
export const planByTyping = act(['exercise_started'], async (at, { script }) => {
  await openPlan(at, script);
  await typeMoment(at);
  await at.sees(/Tuesday 17 March 2099, 10:30/);
  await at.tabTo(/^Or your own minutes/);
  await at.press('Control+a');
  await at.keys('120');
  await at.press('Tab');
  await at.sees('At 120 min');
  for (const [role, name] of Object.entries(people)) {
    await at.choose(new RegExp(`^Add a person as ${role}`));
    await at.type(name);
  }
  await at.sees('3 people');
  await at.choose(/^Start in the room/, 'Shift+Tab');
  await startAllTheSame(at);
});

/** The length by arrow and nobody named: whoever starts at once. */
export const planInHaste = act(['exercise_started'], async (at, { script }) => {
  await openPlan(at, script);
  await at.tabTo(/^105 min/);
  await at.press('ArrowRight');
  await at.sees('At 180 min');
  await at.choose(/^Start in the room/, 'Shift+Tab');
  await startAllTheSame(at);
});

/** The invented organisation with everybody in it. */
export const planFilledIn = act(['exercise_started'], async (at, { script }) => {
  await at.choose(/^Start Q2 with everything filled in/);
  await at.sees(`Plan: ${script.title}`);
  await at.choose(/^Start in the room/);
  await begin(at);
});

async function openPlan(at: Facilitator, { title }: Play['script']): Promise<void> {
  await at.choose(new RegExp(`^Plan ${title}`));
  await at.sees(`Plan: ${title}`);
}

/** What cannot be taken back is named once, such as nobody invited. */
async function startAllTheSame(at: Facilitator): Promise<void> {
  await at.sees('Start all the same');
  await at.press('Enter');
  await begin(at);
}

async function begin(at: Facilitator): Promise<void> {
  await at.sees('Running order');
  await at.keepNotesOpen();
}
