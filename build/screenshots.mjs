// `npm run screenshots -- [documents] [screens]`: remakes the pictures of the documents (docs/images), of every screen
// (docs/screenshots), or of both.
import { buildWhenStale } from './build-when-stale.mjs';
import { orExplain, setUp } from './setup.mjs';
import { setUpChromium, setUpOffice } from './setup-debian.mjs';

const asked = process.argv.slice(2);
const wants = (what) => asked.length === 0 || asked.includes(what);

await orExplain(async () => {
  const node = setUp();
  if (wants('documents')) {
    setUpOffice();
    (await import('./screenshots/document-pages.mjs')).takeDocumentPages(node);
  }
  if (wants('screens')) {
    setUpChromium();
    buildWhenStale(node);
    await (await import('./screenshots/screens.mjs')).takeScreens(node);
  }
});
