import type { Page } from 'playwright-core';

/** Keeps every document there was, attributes included, and every message; as text, because it runs in the page. */
const keepEverything = `
  window.kept = { documents: [], messages: [] };
  const look = () => window.kept.documents.push(document.documentElement.outerHTML + document.title);
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
  window.musterRoom?.onPicture((picture) => window.kept.messages.push(JSON.stringify(picture)));
  window.muster?.onNotice((notice) => window.kept.messages.push(JSON.stringify(notice)));
`;

/** What no markup shows: what style sheets write, what stands in fields, and what lies in a shadow tree. */
const tellDrawn = `(() => {
  const found = [];
  const read = (root) => {
    for (const part of root.querySelectorAll('*')) {
      for (const pseudo of ['::before', '::after', '::marker']) {
        const { content } = getComputedStyle(part, pseudo);
        if (content !== 'none' && content !== 'normal') found.push(content);
      }
      if ('value' in part) found.push(String(part.value));
      if (part.shadowRoot) {
        found.push(part.shadowRoot.innerHTML);
        read(part.shadowRoot);
      }
    }
  };
  read(document);
  return found.join(' ');
})()`;

const tellKept = `(async () => JSON.stringify([
  window.kept,
  { ...localStorage },
  { ...sessionStorage },
  document.cookie,
  location.href,
  history.state,
  window.name,
  await indexedDB.databases(),
  await caches.keys(),
  performance.getEntries().map(({ name }) => name),
]))()`;

/** Reads a window in every way in which it can hold words, from now on. */
export async function readWindow(page: Page) {
  const logged: string[] = [];
  page.on('console', (line) => logged.push(line.text()));
  page.on('request', (request) => logged.push(request.url(), request.postData() ?? ''));
  const devtools = await page.context().newCDPSession(page);
  const looked: string[] = [];
  await page.evaluate(keepEverything);

  /** What is there at this moment and leaves no trace in the markup; the accessibility tree is the browser's own. */
  async function look(): Promise<void> {
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const spoken = nodes.flatMap(({ name, description, value }) => [name?.value, description?.value, value?.value]);
    looked.push(spoken.join(' '), String(await page.evaluate(tellDrawn)));
  }

  async function everything(): Promise<string> {
    await look();
    return [await page.evaluate(tellKept), ...looked, ...logged].join('\n');
  }
  /** Only what stood in its document, at any moment. */
  const drawn = async () => String(await page.evaluate(`window.kept.documents.join(' ')`));
  return { look, everything, drawn };
}
