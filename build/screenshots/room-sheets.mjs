// What the room can be shown, each whole as a projector of 1280 × 720 shows it: one sheet of its kinds, one of its cards.
import { join } from 'node:path';
import { folder } from './camera.mjs';

const projector = { width: 1280, height: 720 };
const sheets = [
  { heading: 'Texts', name: 'room-kinds-1280x720' },
  { heading: 'Cards', name: 'room-cards-1280x720' },
];
const columns = 3;
const cellWidth = 640;
const quality = 62;

/** From the gallery, which is open. @param {import('playwright-core').Page} page */
export async function takeRoomSheets(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: projector.width + 400, height: projector.height + 400 });
  await setColumns(page, `${projector.width}px`);
  for (const { heading, name } of sheets) await takeSheet(page, heading, name);
  await setColumns(page, '');
  if (before) await page.setViewportSize(before);
}

/** Through the script's own door: the page's policy allows no style sheet but Muster's. */
async function setColumns(page, columns) {
  await page.evaluate((wanted) => {
    for (const list of document.querySelectorAll('main ul')) list.style.gridTemplateColumns = wanted;
  }, columns);
}

async function takeSheet(page, heading, name) {
  const figures = page
    .locator('h2', { hasText: new RegExp(`^${heading}$`) })
    .locator('xpath=following-sibling::ul[1]/li');
  const pictures = [];
  for (const figure of await figures.all()) {
    const title = await figure.getAttribute('aria-label');
    const screen = figure.locator('[data-theme]').first();
    await screen.scrollIntoViewIfNeeded();
    pictures.push({ title, bytes: (await screen.screenshot({ type: 'png' })).toString('base64') });
  }
  if (pictures.length === 0) throw new Error(`The gallery has no pictures under "${heading}".`);
  const sheet = await page.context().browser().newPage();
  await sheet.setViewportSize({ width: columns * cellWidth + (columns + 1) * 12, height: 800 });
  await sheet.setContent(pageOf(pictures));
  await sheet.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  await sheet.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality, fullPage: true });
  await sheet.close();
}

function pageOf(pictures) {
  const cell = ({ title, bytes }) =>
    `<figure><img src="data:image/png;base64,${bytes}" width="${cellWidth}"><figcaption>${title}</figcaption></figure>`;
  return `<!doctype html><style>
    body { margin: 12px; display: grid; grid-template-columns: repeat(${columns}, ${cellWidth}px); gap: 12px; background: #ffffff; }
    figure { margin: 0; }
    img { display: block; }
    figcaption { padding: 4px 0 6px; font: 16px / 1.3 sans-serif; }
  </style>${pictures.map(cell).join('')}`;
}
