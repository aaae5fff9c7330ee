import type { Page } from 'playwright-core';

const targets = new WeakMap<Page, string>();

/** Chromium's own name for a page, the same to everybody who is connected to it; null for one that is going. */
export async function findTarget(page: Page): Promise<string | null> {
  const known = targets.get(page);
  if (known !== undefined) return page.isClosed() ? null : known;
  try {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    targets.set(page, targetInfo.targetId);
    return targetInfo.targetId;
  } catch {
    return null;
  }
}
