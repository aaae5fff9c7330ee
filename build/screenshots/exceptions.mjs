// Exceptions, the trend and the scorecard, in a workspace with a year of scorecards.
import { ask, openPage, setTheme, shoot } from './camera.mjs';
import { publishYear } from './months.mjs';
import { takeScorecard } from './scorecard.mjs';

/** @param {import('playwright-core').Browser} browser */
export async function takeExceptions(browser, muster) {
  const page = await openPage(browser, muster.console);
  await publishYear(page);
  const fix = { is: 'fix', by: 'DevOps', until: '2026-06-30', reason: 'The runners are replaced.' };
  await ask(page, 'decide_exception', { exception: 'E-001', decision: fix });
  await page.goto(new URL('#/exceptions/E-001', page.url()).href);
  await page.getByRole('form', { name: 'Decision' }).waitFor();
  await shoot(page, 'exceptions');
  await setTheme(page, 'dark');
  await shoot(page, 'exceptions-dark');
  await setTheme(page, 'light');
  await page.getByText(/^Reminders of what is listed/).press('Enter');
  await shoot(page, 'exceptions-reminders');
  await page.goto(new URL('#/trend', page.url()).href);
  await page.getByRole('heading', { name: 'Controls compliant' }).waitFor();
  await shoot(page, 'trend');
  await takeScorecard(page);
  await page.context().close();
}
