import type { Page } from 'playwright-core';

/**
 * The same key so many times, as a finger that does not wait for the screen: each is a key of its own and comes in its turn, but
 * what it moves is drawn once for many, which takes a quarter of the time.
 */
export async function pressInARow(page: Page, key: 'Tab' | 'Shift+Tab', times: number): Promise<void> {
  const isBack = key === 'Shift+Tab';
  if (isBack) await page.keyboard.down('Shift'); // held all along: let go between two, one of them would go forward
  await Promise.all(Array.from({ length: times }, () => page.keyboard.press('Tab')));
  if (isBack) await page.keyboard.up('Shift');
}
