import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SavedEvent } from '#core/exercise/events.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { openConsoles } from '../../support/open-console.ts';

type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof openConsoles>>['open']>>;

let consoles: Awaited<ReturnType<typeof openConsoles>>;
let opened: Opened;
beforeAll(async () => {
  consoles = await openConsoles();
  opened = await consoles.open({ scenario: withAttachments(consoles.q2) });
  await opened.page.getByText('Due now').first().waitFor();
});
afterAll(() => consoles?.close());

function withAttachments(scenario: Scenario): Scenario {
  const attachments = [
    { name: 'sessions.log', kind: 'text' as const, text: '09:12  vpn-02  admin.k' },
    { name: 'letter.txt', kind: 'text' as const, text: 'Dear all, nothing is lost.' },
  ];
  const [first, ...others] = scenario.injects;
  return first ? { ...scenario, injects: [{ ...first, audience: 'room', attachments }, ...others] } : scenario;
}

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const lastOf = async (page: Page): Promise<Pick<SavedEvent, 'type' | 'data'> | undefined> => {
  const kept = await page.evaluate('sessionStorage.getItem("kept-in-memory")');
  const { type, data } = JSON.parse(String(kept)).events.at(-1);
  return { type, data };
};
const seen = (page: Page, words: string) => page.getByText(words).first().waitFor();

describe('What is attached to the artefact in the room', () => {
  it('is looked at with the artefact before it is released', async () => {
    const { page } = opened;
    await page
      .getByRole('button', { name: /^Preview/ })
      .first()
      .click();
    const preview = page.getByRole('dialog', { name: /^Preview/ });
    await preview.getByRole('radio', { name: 'letter.txt' }).check({ force: true });
    await preview.getByText('Dear all, nothing is lost.').first().waitFor();
    await press(page, 'Escape');
  });

  it('is chosen, looked at and shown by keyboard', async () => {
    const { page } = opened;
    await press(page, 'l');
    await seen(page, 'There is nothing to choose from for this yet.');
    await press(page, 'r');
    await page.getByRole('button', { name: /^Attached/ }).waitFor();
    const before = await lastOf(page);
    await press(page, 'l');
    const dialog = page.getByRole('dialog', { name: 'Attachment large' });
    await dialog.getByText('09:12 vpn-02 admin.k').first().waitFor();
    await press(page, 'ArrowDown');
    await dialog.getByText('Dear all, nothing is lost.').first().waitFor();
    expect(await lastOf(page)).toEqual(before);
    expect(await lookAtPage(page, 'all')).toEqual([]);
    await press(page, 'Enter');
    const inject = consoles.q2.injects[0]?.id;
    await expect
      .poll(() => lastOf(page))
      .toEqual({
        type: 'room_changed',
        data: { show: 'attachment', inject, attachment: 2 },
      });
    await page.getByRole('button', { name: 'Artefact', exact: true }).click();
    await expect.poll(() => lastOf(page)).toEqual({ type: 'room_changed', data: { show: 'artefact' } });
  });

  it('is found in the palette by its own name', async () => {
    const { page } = opened;
    await press(page, 'Control+k');
    await page.keyboard.insertText('letter.txt');
    await press(page, 'Enter');
    await page.getByRole('dialog', { name: 'Attachment large' }).waitFor();
    await press(page, 'Control+Enter');
    await expect.poll(() => lastOf(page)).toMatchObject({ data: { show: 'attachment', attachment: 2 } });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await expect.poll(() => lastOf(page)).toMatchObject({ type: 'undone' });
  });
});
