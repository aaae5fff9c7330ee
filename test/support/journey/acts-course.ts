import { expect } from 'vitest';
import { act, fillIn } from './act.ts';

export const firstRelease = act(['inject_released'], async (at, { script }) => {
  await at.press('r');
  await at.readsInFeed(`“${script.injects[0]?.title}” released`);
});

export const release = act(['inject_released'], (at) => at.release());

export const hold = act(['inject_held'], async (at) => {
  await at.press('h');
  await fillIn(at, 'Hold', 'Until Operations is back');
  await at.sees('Held: Until Operations is back');
});

export const skip = act(['inject_skipped'], async (at) => {
  await at.act('skip');
  await fillIn(at, 'Skip', 'Out of time');
  await at.readsInFeed(/skipped: Out of time/);
});

export const skipAndTakeBack = act([...skip.leaves, 'undone'], async (at, play) => {
  await skip.perform(at, play);
  await at.press('Control+z');
  await at.sees(/^Taken back: /);
  await at
    .feed()
    .getByText(/skipped: Out of time/)
    .waitFor({ state: 'detached' });
});

/** Meanwhile the room gets nothing. */
export const pause = act(['exercise_paused', 'exercise_resumed'], async (at) => {
  await at.act('pause');
  await at.dialog('Pause').waitFor();
  await at.send(at.dialog('Pause'));
  await at.sees(/^Paused/);
  await at.press('r');
  await at.sees('The exercise is paused, so the room gets nothing new.');
  await at.act('resume');
  await at.sees(/^Running$/);
});

export const lateArrival = act(['attendance_changed'], async (at) => {
  await at.act('arrives');
  const form = at.dialog('Somebody arrives or stands in');
  await form.waitFor();
  await at.type('Tom Becker');
  await at.press('Tab');
  await at.keys('Comm'); // the choice that begins so
  await at.send(form);
  await at.readsInFeed('Tom Becker arrived');
});

/** Three quarters of an hour from now, as the clock at the wall says it. */
export const finishBy = act(['injects_left_out'], async (at) => {
  await at.press('f');
  const form = at.dialog('Finish by…');
  await form.waitFor();
  await at.keys(String(await at.page.evaluate(tellTime(45))));
  await form.getByText(/^In (44|45) minutes/).waitFor();
  await form.getByRole('button', { name: /^Leave out \d+ inject/ }).waitFor();
  await at.send(form);
  await at.readsInFeed(/left out: Finish by \d\d:\d\d/);
});

/** `0905`: without what stands between, as somebody in a hurry types it. */
const tellTime = (minutes: number) =>
  `new Date(Date.now() + ${minutes} * 60_000).toTimeString().slice(0, 5).replace(':', '')`;

export const realWorld = act(['real_world_stop', 'exercise_resumed'], async (at, { year }) => {
  await at.act('real');
  await fillIn(at, 'REAL WORLD', 'The fire alarm rings');
  await at.sees('REAL WORLD stop');
  await year.room().getByRole('heading', { name: 'REAL WORLD' }).waitFor();
  await at.act('resume');
  await at.sees(/^Running$/);
});

export const anotherDay = act(['exercise_suspended', 'exercise_resumed'], async (at) => {
  await at.act('for today');
  await fillIn(at, 'End for today', 'The rest next week');
  await at.sees('Sitting ended');
  await at.act('resume');
  const form = at.dialog('Resume in a new sitting');
  await form.waitFor();
  await at.send(form);
  await at.sees(/^Running$/);
});

/** The panic key, twice. */
export const curtain = act(['room_changed', 'undone'], async (at) => {
  await at.sees('Room live');
  await at.press('F9');
  await at.sees('Room blank');
  await at.press('F9');
  await at.sees('Room live');
});

export const halfAnHour = act([], async (at, { year }) => {
  await at.sees(/^T\+(3\d|[4-9]\d|\d{3}):/, 60_000);
  await year.look();
});

/** A second Enter ends nothing. */
export const end = act(['exercise_ended'], async (at) => {
  await at.act('end ex');
  const form = at.dialog('End exercise');
  await form.waitFor();
  expect(await at.focused()).toBe('Cancel');
  await at.press('Control+Enter');
  await at.sees(/^Review: /);
});

/** What stands half typed is named before the end, and its words are there after it. */
export const endWithWordsLeft = act(['exercise_ended'], async (at) => {
  const words = 'Nobody waited for the minutes';
  await at.press('s');
  await at.type(words);
  await at.sees('Draft kept');
  await at.press('Escape');
  await at.act('end ex');
  await at.sees('Typed and not saved yet: strength “');
  await at.press('Control+Enter');
  await at.sees('Typed in the console and not saved before the exercise ended');
  await at.sees(words);
  await at.choose(/^Drop it/);
  await at.page.getByText(words).waitFor({ state: 'detached' });
});

export const documents = act([], async (at) => {
  await at.choose(/^Report/);
  await at.choose(/^Write all documents/);
  await at.sees('post-mortem.docx');
  const kinds = (await at.page.getByRole('main').innerText()).match(/\.(docx|csv|json)\b/g) ?? [];
  expect(kinds.length).toBeGreaterThanOrEqual(5);
});
