import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomPicture } from '#contract/room.ts';
import { type OpenShell, openShell } from '../support/browser-shell.ts';
import { readWindow } from '../support/journey/read-window.ts';
import { type Chromium, startChromium, waitUntil } from '../support/launch-desktop.ts';

type Leak = (word: string) => string;
const added = (how: Leak) => (word: string) =>
  `(() => {
  const part = document.createElement('div');
  ${how(word)};
  document.body.append(part);
})()`;
const styled = (rule: string) => `(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("${rule}");
    return sheet;
  })()`;

/** Every way in which a word of the facilitator could come into the room's window, as a script that runs in it. */
const ways: Readonly<Record<string, Leak>> = {
  'text of the document': added((word) => `part.textContent = '${word}'`),
  'text that is gone again': added((word) => `part.textContent = '${word}'; setTimeout(() => part.remove())`),
  'an attribute': added((word) => `part.dataset.notes = '${word}'`),
  'an attribute of something hidden': added((word) => `part.hidden = true; part.className = '${word}'`),
  'a comment': added((word) => `part.append(document.createComment('${word}'))`),
  'a label that is only read out': added((word) => `part.role = 'img'; part.ariaLabel = '${word}'`),
  'a name that only the accessibility tree has': (word) => `(() => {
    customElements.define('with-a-name', class extends HTMLElement {
      constructor() {
        super();
        Object.assign(this.attachInternals(), { role: 'img', ariaLabel: '${word}' });
      }
    });
    document.body.append(document.createElement('with-a-name'));
  })()`,
  'a shadow tree': added((word) => `part.attachShadow({ mode: 'open' }).textContent = '${word}'`),
  'what stands in a field': added(
    (word) => `const line = document.createElement('input'); line.value = '${word}'; part.append(line)`,
  ),
  'the title': (word) => `document.title = '${word}'`,
  'the address': (word) => `location.hash = '${word}'`,
  'the history': (word) => `history.replaceState({ notes: '${word}' }, '')`,
  'the name of the window': (word) => `window.name = '${word}'`,
  'local storage': (word) => `localStorage.setItem('notes', '${word}')`,
  'session storage': (word) => `sessionStorage.setItem('${word}', '1')`,
  'a cookie': (word) => `document.cookie = 'notes=${word}'`,
  'a database': (word) => `new Promise((done) => { indexedDB.open('${word}').onsuccess = done; }).then(() => 0)`,
  'a request': (word) => `fetch('/${word}').then(() => 0, () => 0)`,
  'the console’s log': (word) => `console.debug('notes', '${word}')`,
  'words of a style sheet': (word) =>
    `document.adoptedStyleSheets = [${styled(`main::after { content: '${word}'; }`)}]; 0`,
  'words of a style sheet in a shadow tree': added(
    (word) => `const root = part.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [${styled(`i::before { content: '${word}'; }`)}];
      root.append(document.createElement('i'))`,
  ),
};
const inMessage = 'a field of a message, which nothing draws';
const names = [inMessage, ...Object.keys(ways)];
const wordOf = (way: string) => `SECRET-${names.indexOf(way)}-END`;

let chromium: Chromium;
let shell: OpenShell;
let before = '';
let after = '';

beforeAll(async () => {
  [chromium, shell] = await Promise.all([startChromium(), openShell()]);
  const page = await (await chromium.browser.newContext()).newPage();
  await page.goto(shell.room.address);
  await page.getByRole('main').waitFor();
  const reader = await readWindow(page);
  before = await reader.everything();
  shell.application.show({ show: 'waiting', notes: wordOf(inMessage) } as RoomPicture);
  for (const [way, leak] of Object.entries(ways)) await page.evaluate(leak(wordOf(way)));
  await waitUntil(page, `JSON.stringify(window.kept.messages).includes('notes')`);
  after = await reader.everything();
}, 120_000);
afterAll(async () => {
  await shell?.close();
  await chromium?.close();
});

describe('The reader of a window, to which the whole exercise of the canary is shown', () => {
  it('finds nothing where nothing leaked', () => {
    expect(before).toContain('We begin in a moment.');
    expect(before).not.toContain('SECRET');
  });

  it.each(names)('finds what leaks as %s', (way) => {
    expect(after.includes(wordOf(way))).toBe(true);
  });
});
