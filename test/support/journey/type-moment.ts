import type { Facilitator } from './facilitator.ts';

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'dayPeriod';

/** On a day after any on which this runs. */
const moment: Readonly<Record<Part, string>> = {
  year: '2099',
  month: '03',
  day: '17',
  hour: '10',
  minute: '30',
  dayPeriod: 'AM',
};

/** Half past ten on 17 March 2099 into a control for date and time, part by part in the order in which this browser has them. */
export async function typeMoment({ page, press, keys }: Facilitator): Promise<void> {
  const order = (await page.evaluate(tellOrder)) as readonly Part[];
  await press(...order.map(() => 'ArrowLeft')); // to the first, wherever it was entered
  for (const part of order) await keys(moment[part]); // straight through: the year stops at four digits
}

const tellOrder = `new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' })
  .formatToParts(0).map(({ type }) => type).filter((type) => type !== 'literal')`;
