// The scorecard of a month, in a workspace with a year of them.
import { ask, setTheme, shoot } from './camera.mjs';

const month = '2026-05';
const asks = [
  {
    what: 'Retire the legacy gateway whose TLS exception expired',
    cost: 'EUR 38 k, 6 weeks',
    owner: 'Product lead',
    by: '2026-06-30',
  },
  { what: 'Name an owner for the shared mailbox without MFA', cost: 'No cost', owner: 'COO', by: '2026-06-19' },
];

/** @param {import('playwright-core').Page} page a workspace whose newest month is still a draft */
export async function takeScorecard(page) {
  const press = (name) => page.getByRole('button', { name }).first().press('Enter');
  await ask(page, 'save_scorecard_draft', { month, asks });
  await page.goto(new URL(`#/scorecard/${month}`, page.url()).href);
  await press('Import files');
  await page.getByLabel('Choose a file for assets').setInputFiles({
    name: 'assets.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Host,Name,Tier,State,Baseline,Seen\nA-001,Portal,0,active,compliant,28.05.2026\nA-002,Mail,first,active,,\n',
    ),
  });
  await page.getByText('no row holds the heads of assets').waitFor();
  await shoot(page, 'scorecard-import');
  await press('Leave it');
  await ask(page, 'publish_scorecard', { month, by: 'Sam Reyes', because: 'The board meets today' });
  await page.reload();
  await press(/^Patching/);
  await page.getByRole('heading', { name: /^Patching: / }).waitFor();
  await page.evaluate('scrollTo(0, 0)');
  await shoot(page, 'scorecard');
  await setTheme(page, 'dark');
  await shoot(page, 'scorecard-dark');
  await setTheme(page, 'light');
}
