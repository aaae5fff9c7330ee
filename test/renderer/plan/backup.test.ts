import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '#core/outcome.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { answerFrom, makeMemory } from './memory-answers.ts';
import { type Answers, launchBrowser, PlanWindow } from './plan-window.ts';

const size = { width: 1280, height: 800 };
const file = '/media/usb/Muster backups/muster-backup-2026-11-25.zip';
let browser: Browser;
let window: PlanWindow;
let asked: unknown[];
let letGo: () => void;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  asked = [];
});
afterEach(() => window.close());

async function open(answers: Answers = {}, hash = '#/') {
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const usual: Answers = {
    back_up: async (input) => {
      asked.push(input);
      await held;
      return succeed({ file, bytes: 4_200_000, files: 37, notices: ['registers/link.json is a link.'] });
    },
    restore_backup: async (input) => {
      asked.push(input);
      return succeed({ folder: '/home/user/Again', exercises: ['a', 'b'], notices: [] });
    },
    open_backup_folder: async () => succeed({ folder: '/media/usb/Muster backups', opened: false }),
  };
  window = await PlanWindow.open(browser, { ...answerFrom(await makeMemory()), ...usual, ...answers }, size, hash);
  return window.page;
}

const press = (page: PlanWindow['page'], keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

describe('Backing up from the programme', () => {
  it('is done by keyboard: the folder is there, the way is shown, the place is named', async () => {
    const page = await open();
    const button = page.getByRole('button', { name: 'Back up…' });
    await button.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Back up the workspace' });
    const folder = dialog.getByLabel('Into this folder');
    await expect.poll(() => folder.inputValue()).toBe('/home/user/Muster backups');
    await folder.fill('/media/usb/Muster backups');
    await press(page, ['Enter']);
    await window.tell({ type: 'backup', done: 12, total: 40 });
    await expect.poll(() => dialog.getByRole('progressbar', { name: 'Backing up' }).getAttribute('value')).toBe('12');
    expect(await dialog.getByRole('button', { name: 'Back up' }).isDisabled()).toBe(true);
    letGo();
    await dialog.getByText(file).waitFor();
    await dialog.getByText('37 files, 4.2 MB, read again and whole.').waitFor();
    await dialog.getByText('registers/link.json is a link.').waitFor();
    await dialog.getByRole('button', { name: 'Open folder' }).press('Enter');
    await dialog.getByText('It cannot be opened from here').waitFor();
    expect(asked).toEqual([{ folder: '/media/usb/Muster backups' }]);
    await press(page, ['Escape']);
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Back up…');
    await page.getByText(`Backed up to ${file}`).waitFor();
  });

  it('goes on while its dialog is closed, and starts no second one', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Back up…' }).click();
    await page.getByRole('button', { name: 'Back up', exact: true }).click();
    await press(page, ['Escape']);
    await page.getByText('Backing up…', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Restore a backup…' }).click();
    await page.getByText('wait until that is done').waitFor();
    letGo();
    await page.getByText('wait until that is done').waitFor({ state: 'detached' });
    expect(asked).toHaveLength(1);
  });

  it('says in words what went wrong, and can be tried again', async () => {
    const problem = {
      code: 'not_written',
      message: 'The backup could not be written into /mnt: its disk is full.',
      hint: 'Choose another folder.',
    };
    const page = await open({ back_up: async () => fail(problem) });
    await page.getByRole('button', { name: 'Back up…' }).click();
    await page.getByRole('button', { name: 'Back up', exact: true }).click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.getByText('its disk is full').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toContain('its disk is full');
    expect(await page.getByRole('button', { name: 'Back up', exact: true }).isEnabled()).toBe(true);
  });

  it('is opened by the desktop’s menu over any screen', async () => {
    const page = await open({}, '#/script/q2-ransomware');
    await page.getByText('For the facilitator: do not show this to players.').waitFor();
    await window.tell({ type: 'menu_chosen', entry: 'back_up' });
    await page.getByRole('dialog', { name: 'Back up the workspace' }).waitFor();
    await press(page, ['Escape']);
    await page.getByText('For the facilitator: do not show this to players.').waitFor();
  });
});

describe('Restoring from the programme', () => {
  it('takes two paths and says how to open what came of it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Restore a backup…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Restore a backup' });
    expect(await dialog.getByRole('button', { name: 'Restore' }).isDisabled()).toBe(true);
    await dialog.getByText('Fill in both paths.').waitFor();
    await dialog.getByLabel('Backup', { exact: true }).fill(file);
    await dialog.getByLabel('Into this folder').fill('/home/user/Again');
    await press(page, ['Enter']);
    await dialog.getByText('npm start -- --workspace "/home/user/Again"').waitFor();
    await dialog.getByText('2 exercises, as they were backed up.').waitFor();
    expect(asked).toEqual([{ file, folder: '/home/user/Again' }]);
  });

  it('says in words why a backup is refused', async () => {
    const problem = {
      code: 'not_a_backup',
      message: `${file} is not a whole backup: it is cut short.`,
      hint: 'Name another backup.',
    };
    const page = await open({ restore_backup: async () => fail(problem) });
    await page.getByRole('button', { name: 'Restore a backup…' }).click();
    await page.getByLabel('Backup', { exact: true }).fill(file);
    await page.getByLabel('Into this folder').fill('/x');
    await press(page, ['Enter']);
    await page.getByRole('dialog').getByRole('alert').getByText('it is cut short').waitFor();
  });
});

describe('The two dialogs', () => {
  const long = `/home/${'verylongfoldername'.repeat(30)}`;

  it.each([['Back up…'], ['Restore a backup…']])(
    'have no barrier in light and dark, and hold long paths: %s',
    async (name) => {
      const page = await open({
        back_up: async () => succeed({ file: long, bytes: 1, files: 1, notices: [long, `${long}2`] }),
        restore_backup: async () => succeed({ folder: long, exercises: ['a'], notices: [long] }),
      });
      await page.getByRole('button', { name }).click();
      await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      for (const field of await page.getByRole('dialog').getByRole('textbox').all()) await field.fill(long);
      const before = await lookAtPage(page);
      await page.getByRole('dialog').locator('.button.primary').click();
      await page.getByRole('button', { name: 'Open folder' }).waitFor();
      const found = [...before, ...(await lookAtPage(page))];
      const wide =
        "[...document.querySelectorAll('dialog, dialog *')].filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline' && part.tagName !== 'INPUT').map((part) => part.outerHTML.slice(0, 120))";
      expect(await page.evaluate(wide)).toEqual([]);
      expect(found).toEqual([]);
      expect(window.violations).toEqual([]);
    },
  );
});
