import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { canaryCommands } from '../support/canary.ts';
import { type OpenShell, openInBrowser, openOnDesktop } from '../support/journey/shells.ts';
import { canaryExercise, writeCanaryExercise } from '../support/journey/write-canary-exercise.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

const shells: readonly (readonly [name: string, open: OpenShell])[] = [
  ['the browser shell', openInBrowser],
  ['the desktop', openOnDesktop],
];

/** Keeps every document there was, attributes included, and every message; as text, because it runs in the page. */
const keepEverything = `
  window.kept = { documents: [], messages: [] };
  const look = () => window.kept.documents.push(document.documentElement.outerHTML + document.title);
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
  window.musterRoom?.onPicture((picture) => window.kept.messages.push(JSON.stringify(picture)));
  window.muster?.onNotice((notice) => window.kept.messages.push(JSON.stringify(notice)));
`;
const tellEverything = `JSON.stringify([window.kept, { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state])`;

describe.each(shells)('A whole exercise in %s, with every kind of command', (_, open) => {
  it('gives the room what was released to it, and not one word of the facilitator in any way a window can hold words', async () => {
    const workspace = await writeCanaryExercise();
    const muster = await open(chromium, { workspace });
    await expect.poll(() => muster.console.evaluate('typeof window.muster')).toBe('object');
    await muster.console.evaluate(`location.hash = '/live/${canaryExercise}'`);
    await muster.console
      .getByRole('button', { name: 'No, only I see it' })
      .click({ timeout: 20_000 })
      .catch(() => {}); // asked where displays are unknown
    for (const page of [muster.console, muster.room]) await page.evaluate(keepEverything);
    const spoken: string[] = [];
    const refused: string[] = [];
    for (const command of canaryCommands.slice(1)) {
      const answer = await give(muster.console, command);
      if (answer !== 'ok') refused.push(`${command.type}: ${answer}`);
      spoken.push(await muster.room.locator('html').ariaSnapshot());
    }
    const room = `${await muster.room.evaluate(tellEverything)}${spoken.join('\n')}`;
    const console = String(await muster.console.evaluate(tellEverything));
    await muster.close();

    expect(refused).toEqual(['reanchor_clock: nothing_to_reanchor']);
    for (const field of [
      'SHOWN.from',
      'SHOWN.body',
      'READ-ALOUD.body',
      'POCKET.body',
      'AD-HOC.body',
      'SHOWN.decision.question',
    ]) {
      expect(room, field).toContain(field);
    }
    const secrets = [
      '[facilitator]',
      'FUTURE',
      'SKIPPED',
      'LEFT-OUT',
      'PRIVATE',
      'UNOPENED.decision',
      'LEFT-UNSAID.body',
    ];
    for (const secret of secrets) expect(room.includes(secret), secret).toBe(false);
    for (const secret of ['[facilitator] SHOWN.notes', 'PRIVATE']) expect(console, secret).toContain(secret);
  }, 240_000);
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
