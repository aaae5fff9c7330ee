// The live console in mid exercise.
import { ask, openPage, setTheme, shoot } from './camera.mjs';
import { playUntil, startExercise } from './play.mjs';

export async function takeConsole(browser, muster) {
  const page = await openPage(browser, muster.console);
  const room = await openPage(browser, muster.room);
  const exercise = await startExercise(page, { lengthMin: 105 });
  await playUntil(page, muster, exercise, 49);
  await page.goto(new URL(`#/live/${exercise}`, page.url()).href);
  await page.reload();
  await page
    .getByText('Due now')
    .or(page.getByText(/^Due, /))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'No, only I see it' }).press('Enter');
  await shoot(page, 'console');
  await setTheme(page, 'dark');
  await shoot(page, 'console-dark');
  await setTheme(page, 'light');
  await page.keyboard.press('g');
  await page.keyboard.type('Nobody on shift may switch off customer services');
  await shoot(page, 'console-capture');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'console-keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('clock');
  await shoot(page, 'console-palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('legal clocks');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Legal clocks' }).waitFor();
  await shoot(page, 'console-clocks');
  await page.keyboard.press('Escape');
  await ask(page, 'draw_curtain', { down: true });
  await shoot(page, 'console-blank');
  await ask(page, 'draw_curtain', { down: false });
  await ask(page, 'give_command', { exercise, command: { type: 'pause_exercise', reason: 'Coffee' }, pressedM: null });
  await page
    .getByText(/^Paused/)
    .first()
    .waitFor();
  await shoot(page, 'console-paused');
  await room.context().close();
  await page.context().close();
}
