import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const axe = readFile(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds against any of its rules on the page as it stands, a line a rule. The builder sends axe for every run
 * anew and opens a second page to gather what frames found; ours have none, so the page is given axe once and asked.
 * Asked again of the same page in another theme, only contrast can have changed: it alone is looked at, and costs half; so it is
 * where only `colours` are asked for. Of a page below an open dialog nothing is looked at: nobody reaches it.
 */
export async function listBarriers(page: Page, only: 'colours' | 'all' = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate('Boolean(globalThis.axe)'))) await page.evaluate(await axe);
  const found = await page.evaluate<readonly Violation[]>(`(${runInPage})(${only === 'colours'})`);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** Text, because it runs in the page: the project of the tests knows no DOM. */
const runInPage = `async (onlyColours) => {
  const seen = [innerWidth, innerHeight, document.head.outerHTML, document.body.outerHTML].join();
  const isTheSame = onlyColours || globalThis.seenByAxe === seen;
  const { violations } = await axe.run(document.querySelector('dialog[open]') ?? document, {
    resultTypes: ['violations'],
    ...(isTheSame ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
  });
  globalThis.seenByAxe = violations.length === 0 ? seen : null;
  return violations;
}`;
