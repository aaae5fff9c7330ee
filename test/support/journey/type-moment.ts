import type { Facilitator } from './facilitator.ts';

type Part = 'year' | 'month' | 'day';

/** On a day after any on which this runs. */
const day: Readonly<Record<Part, string>> = { year: '2099', month: '03', day: '17' };

/** Half past ten on 17 March 2099: the day part by part in the order in which this browser has them, then the time as it is said. */
export async function typeMoment({ page, press, keys, tabTo, focused }: Facilitator): Promise<void> {
  const order = (await page.evaluate(tellOrder)) as readonly Part[];
  while ((await focused()).startsWith('Date in the room')) await press('Shift+Tab'); // out of it, wherever it was entered
  await press('Tab'); // and in at the first part
  for (const part of order) await keys(day[part]); // straight through: the year stops at four digits
  await tabTo(/^Time there/);
  await keys('1030');
}

const tellOrder = `new Intl.DateTimeFormat(undefined, { dateStyle: 'short' })
  .formatToParts(0).map(({ type }) => type).filter((type) => type !== 'literal')`;
