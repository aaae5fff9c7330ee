import { expect } from 'vitest';
import type { EventType } from '#core/exercise/events.ts';
import { act } from './act.ts';
import type { Facilitator } from './facilitator.ts';

const one = (key: string, words: string, leaves: EventType) =>
  act([leaves], async (at, { acknowledged }) => {
    await at.capture(key, words);
    acknowledged.push(words);
  });

/** Of the first exercise, where somebody looks for it again. */
export const gapWords = 'Nobody may order isolation at night';
export const gap = one('g', gapWords, 'gap_recorded');
export const observation = one('o', 'Security reads the ticket aloud', 'observation_recorded');
export const strength = one('s', 'Legal had the contract at hand', 'strength_recorded');
export const action = one('a', 'Legal finds out who may shut down services', 'action_agreed');
export const park = one('p', 'Who speaks to the landlord?', 'item_parked');

export const ownDecision = act(['decision_made'], async (at, { acknowledged }) => {
  await at.press('d');
  await at.type('Not yet');
  await at.press('Tab');
  await at.type('Tell the landlord?');
  await at.press('Control+Enter');
  await at.readsInFeed('Tell the landlord? Decided: Not yet');
  acknowledged.push('Tell the landlord?');
});

/** What the inject in the room asks is what the letter answers. */
export const askedDecision = act(['inject_released', 'decision_made'], async (at, { script, acknowledged }) => {
  const asking = script.injects.find(({ decision }) => decision !== undefined);
  await at.act(`${asking?.id}`);
  await at.release();
  await at.readsInFeed(`“${asking?.title}” released`);
  await at.capture('d', 'An attack, until somebody shows otherwise');
  await at.readsInFeed(`${asking?.decision?.question} Decided: An attack`);
  acknowledged.push('An attack, until somebody shows otherwise');
});

/** Out of its turn, looked at first, and decided on its card when its time is over. */
export const decisionFromCard = act(['inject_released', 'decision_made'], async (at, { acknowledged }) => {
  await at.act('Q2-070');
  await at.press('r');
  await at
    .dialog(/^Preview/)
    .getByText(/machines gone/)
    .first()
    .waitFor();
  await at.press('Enter');
  const card = at.page.getByRole('region', { name: /^Decision D/ });
  await card.getByText('target 8:00').waitFor();
  await card.getByText(/over$/).waitFor();
  await at.tabTo(/^Full isolation, everything dark/);
  await at.press('Space');
  await at.choose(/^Record decision/);
  await at.dialog('Record a decision').waitFor();
  await at.send(at.dialog('Record a decision'));
  await card.getByText(/Full isolation, everything dark, by/).waitFor();
  acknowledged.push('Full isolation, everything dark');
});

/** Of the first inject of Q2. */
export const tickAndFact = act(['action_observed', 'question_asked'], async (at) => {
  await at.choose(/^Suspends the account/);
  await at.readsInFeed(/^Observed: Suspends the account/);
  await at.choose(/^Who was the caller\?/);
  await at.choose(/^Nobody knows yet/);
  await at.readsInFeed(/Who was the caller\? Answer: nobody knows yet/);
});

/** By arrow and from the palette, never beyond its ends; of the first inject of Q2. */
export const pages = act([], async (at) => {
  await at.sees('Page 1 of 3');
  await at.press('ArrowLeft', 'ArrowRight');
  await at.sees('Page 2 of 3');
  await at.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await at.sees('Page 3 of 3');
  await at.act('previous page');
  await at.sees('Page 2 of 3');
});

/** kill -9 in the middle of a word, right after something was saved; the rest is typed when it is open again. */
export const killed = act(['action_agreed', 'strength_recorded'], async (at, play) => {
  await action.perform(at, play);
  await at.press('s');
  await at.type('Operations brought both op');
  await formOfStrength(at).getByText('Draft kept').waitFor();
  await play.year.killed(readEarlier);
  const back = play.year.at();
  for (const words of play.acknowledged) await back.readsInFeed(words);
  await back.press('s');
  await formOfStrength(back).getByText('Draft kept').waitFor();
  expect(await formOfStrength(back).locator('textarea').first().inputValue()).toBe('Operations brought both op');
  await back.type('tions');
  await back.press('Control+Enter');
  await back.readsInFeed('Operations brought both options');
  play.acknowledged.push('Operations brought both options');
});

const formOfStrength = (at: Facilitator) => at.page.getByRole('form', { name: 'Strength' });

/** What ended before it was killed stands in its review. */
async function readEarlier(at: Facilitator): Promise<void> {
  await at.choose(/^Review of /);
  await at.sees(gapWords);
  await at.choose(/^Programme/);
}
