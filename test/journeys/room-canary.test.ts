import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { canaryCommands, findSecrets, idOf, release } from '../support/canary.ts';
import { facilitatorAt } from '../support/journey/facilitator.ts';
import { readWindow } from '../support/journey/read-window.ts';
import { shells } from '../support/journey/shells.ts';
import { canaryExercise, writeCanaryExercise } from '../support/journey/write-canary-exercise.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

/** Nobody signs on the day far ahead that the canary fills in. */
function signedToday(command: Command): Command {
  const on = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  return command.type === 'sign_report' || command.type === 'approve_summary' ? { ...command, on } : command;
}

describe.each(shells)('A whole exercise in %s, with every kind of command', (_, open) => {
  it('gives the room what was released to it, and not one word of the facilitator in any way a window can hold words', async () => {
    const workspace = await writeCanaryExercise();
    const muster = await open(chromium, { workspace });
    await expect.poll(() => muster.console.evaluate('typeof window.muster')).toBe('object');
    await muster.console.evaluate(`location.hash = '/live/${canaryExercise}'`);
    await facilitatorAt(muster.console).keepNotesOpen();
    const readers = { console: await readWindow(muster.console), room: await readWindow(muster.room) };
    const refused: string[] = [];
    for (const command of canaryCommands.slice(1)) {
      const answer = await give(muster.console, signedToday(command));
      if (answer !== 'ok') refused.push(`${command.type}: ${answer}`);
      await readers.room.look();
    }
    const room = await readers.room.everything();
    const drawn = await readers.room.drawn();
    const console = await readers.console.everything();
    await muster.close();

    expect(refused).toEqual(['reanchor_clock: nothing_to_reanchor']);
    for (const field of [
      'SHOWN.from',
      'SHOWN.body',
      'READ-ALOUD.body',
      'POCKET.body',
      'AD-HOC.body',
      'SHOWN.attachments.0.text',
      'Attached picture: [room] SHOWN.attachments.1.name',
      'SHOWN.decision.question',
    ]) {
      expect(drawn, field).toContain(field);
    }
    expect(findSecrets(room)).toEqual([]);
    for (const secret of ['[facilitator] SHOWN.notes', 'PRIVATE']) expect(console, secret).toContain(secret);
  }, 240_000);

  it('draws an attached picture in the room and in its mirror, also in a window that is loaded anew, until it is taken back', async () => {
    const workspace = await writeCanaryExercise();
    const muster = await open(chromium, { workspace });
    await expect.poll(() => muster.console.evaluate('typeof window.muster')).toBe('object');
    await muster.console.evaluate(`location.hash = '/live/${canaryExercise}'`);
    const widthIn = (page: Page) => () => page.evaluate(`document.querySelector('article img')?.naturalWidth ?? null`);
    const large = { type: 'change_room', show: 'attachment', inject: idOf('SHOWN'), attachment: 2 } as const;
    expect(await give(muster.console, release('SHOWN'))).toBe('ok');
    expect(await give(muster.console, large)).toBe('ok');
    await expect.poll(widthIn(muster.room)).toBe(40);
    await expect.poll(widthIn(muster.console)).toBe(40);
    await muster.room.reload();
    await expect.poll(widthIn(muster.room), { timeout: 5_000 }).toBe(40);
    expect(await give(muster.console, { type: 'undo_last' })).toBe('ok');
    await expect.poll(widthIn(muster.room)).toBeNull();
    await muster.close();
  }, 60_000);
});

/** As a window gives it; dates of another year are moved to this one. */
async function give(page: Page, command: Command): Promise<string> {
  const { register_id: _, ...asked } = { register_id: '', ...command };
  const sent = command.type === 'resume_exercise' && command.on ? { ...asked, on: '2099-01-01T09:00:00Z' } : asked;
  const request = JSON.stringify(JSON.stringify({ exercise: canaryExercise, command: sent, pressedM: null }));
  const answer = await page.evaluate(
    `window.muster.give_command(JSON.parse(${request})).then((got) => (got.ok ? 'ok' : got.problem.code + ' ' + got.problem.message))`,
  );
  return String(answer).replace(/^(nothing_to_reanchor).*/, '$1');
}
