import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { waitUntil } from '../launch-desktop.ts';
import { facilitatorAt } from './facilitator.ts';
import type { Running } from './shells.ts';

/** Q2 with everything filled in, started and open in the console. */
export async function startQ2(muster: Running) {
  const page = muster.console;
  await waitUntil(page, 'window.muster !== undefined');
  const started = await page.evaluate(`window.muster.fill_plan({ script: 'q2-ransomware' })
    .then(() => window.muster.start_exercise({ script: 'q2-ransomware' }))`);
  if (!(started as { ok: boolean }).ok) throw new Error(JSON.stringify(started));
  await page.evaluate(`location.hash = '/live/' + ${JSON.stringify(started)}.value.exercise`);
  await sayOnlyISeeIt(page);
  return facilitatorAt(page);
}

/** Asked where the displays are not known; notes stand on the screen once it is answered. */
async function sayOnlyISeeIt(page: Page): Promise<void> {
  const question = page.getByRole('button', { name: 'No, only I see it' });
  const notes = page.getByText('An MFA reset that does not add up').first();
  await question.or(notes).first().waitFor({ timeout: 50_000 });
  if (await question.isVisible()) await question.click();
  await notes.waitFor();
}

/** The folder of the exercise that was started, whatever year it is. */
export async function exerciseFolderIn(workspace: string): Promise<string> {
  const [exercise = ''] = await readdir(join(workspace, 'exercises'));
  return join(workspace, 'exercises', exercise);
}
