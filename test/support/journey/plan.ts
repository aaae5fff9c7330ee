import type { Facilitator } from './facilitator.ts';
import { typeMoment } from './type-moment.ts';

export type Planning = (at: Facilitator, title: string) => Promise<void>;

const people = { 'Incident Commander': 'Dana Ortiz', Security: 'Sam Reyes', Legal: 'Ines Vogel' } as const;

/** Date, length and people; all else stays as the page suggests it. */
export const planByTyping: Planning = async (at, title) => {
  await openPlan(at, title);
  await at.tabTo(/^Date and time in the room/);
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
};

/** The length by arrow and nobody named: whoever starts at once. */
export const planInHaste: Planning = async (at, title) => {
  await openPlan(at, title);
  await at.tabTo(/^105 min/);
  await at.press('ArrowRight');
  await at.sees('At 180 min');
  await at.choose(/^Start in the room/, 'Shift+Tab');
};

/** The invented organisation with everybody in it. */
export const planFilledIn: Planning = async (at, title) => {
  await at.choose(/^Start Q2 with everything filled in/);
  await at.sees(`Plan: ${title}`);
  await at.choose(/^Start in the room/);
};

async function openPlan(at: Facilitator, title: string): Promise<void> {
  await at.choose(new RegExp(`^Plan ${title}`));
  await at.sees(`Plan: ${title}`);
}
