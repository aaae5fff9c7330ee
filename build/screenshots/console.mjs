// The live console in mid exercise.
import { ask, openPage, setTheme, shoot } from './camera.mjs';
import { playUntil, startExercise } from './play.mjs';

const notes = `T+41 D isolate the second cluster – DEVOPS
T+43 G nobody could say who may pay an invoice – EXEC
T+44 a customer called support and was called back (COMMS)
T+300 O the room was quiet`;

const questions = [
  ['May we read the on-call phones?', 'Yes, the company owns them'],
  ['Does the insurer want to hear first?', 'promised'],
];

const inMinutes = (page, minutes) =>
  page.evaluate((count) => new Date(Date.now() + count * 60_000).toTimeString().slice(0, 5), minutes);

async function takeDialogs(page, exercise) {
  for (const [question, answer] of questions) {
    const command = { type: 'record_question', question, answer, to_room: false, by: 'LEGAL' };
    await ask(page, 'give_command', { exercise, command, pressedM: null });
  }
  await page.keyboard.press('f');
  await page.getByLabel('Play ends at').fill(await inMinutes(page, 25));
  await page.getByText('Left out', { exact: true }).waitFor();
  await shoot(page, 'console-finish-by');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paste notes…' }).press('Enter');
  await page.keyboard.insertText(notes);
  await shoot(page, 'console-notes');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^All questions/ }).press('Enter');
  await shoot(page, 'console-questions');
  await page.keyboard.press('Escape');
}

/** Beside the console, in the same browser. */
async function takeScribe(page, exercise) {
  const opened = page.context().waitForEvent('page');
  await page.evaluate((at) => void window.open(`#/scribe/${at}`), exercise);
  const scribe = await opened;
  await scribe.getByRole('heading', { name: /^Scribe:/ }).waitFor();
  await shoot(scribe, 'scribe');
  await scribe.close();
}

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
  await takeDialogs(page, exercise);
  await takeScribe(page, exercise);
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
