// A year of scorecards in a workspace: the acceptance data, told as if it were of the months before the screenshots' day.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { ask } from './camera.mjs';

const data = join(root, 'test/fixtures/acceptance/scorecard');
const kinds = ['assets', 'incidents', 'drift', 'exceptions', 'vulnerabilities'];
const because = 'The incident that runs backwards is being asked about';
const dataMonth = 2026 * 12 + 9; // October

/** Publishes twelve months but one; from the eighth on, controls are counted more strictly. The last one stays a draft. @param {import('playwright-core').Page} page */
export async function publishYear(page) {
  for (let at = 0; at < 12; at += 1) {
    if (at === 3) continue;
    if (at === 7) await countStricter(page);
    await takeMonth(page, at);
    const month = nameMonth(at);
    if (at < 11) await ask(page, 'publish_scorecard', { month, by: 'Sam Reyes', because });
  }
}

const nameMonth = (at) =>
  at < 7 ? `2025-${String(at + 6).padStart(2, '0')}` : `2026-${String(at - 6).padStart(2, '0')}`;

async function countStricter(page) {
  const { settings } = await ask(page, 'load_scorecard_settings', {});
  const controls = { ...settings.controls, stale_after_days: 28 };
  await ask(page, 'save_scorecard_settings', { settings: { ...settings, controls } });
}

async function takeMonth(page, at) {
  const month = nameMonth(at);
  const [year, number] = month.split('-').map(Number);
  const back = dataMonth - (year * 12 + number - 1);
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
  for (const kind of kinds) {
    const lines = readFileSync(join(data, `${kind}.csv`), 'utf8')
      .trimEnd()
      .split('\n');
    const kept = lines.filter(
      (_, line) => line === 0 || at === 11 || kind === 'assets' || (line * line + at * 3) % 7 > 1,
    );
    await takeFile(page, { month, kind, text: shiftDays(kept.join('\n'), back), changedOn: last });
  }
}

/** Every day so many months earlier; the last of a month stays its last. */
function shiftDays(text, months) {
  return text.replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, year, month, day) => {
    const first = new Date(Date.UTC(Number(year), Number(month) - 1 - months, 1));
    const longest = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
    const kept = String(Math.min(Number(day), longest)).padStart(2, '0');
    return `${first.toISOString().slice(0, 8)}${kept}`;
  });
}

async function takeFile(page, { month, kind, text, changedOn }) {
  const bytes = Buffer.from(text);
  const { upload } = await ask(page, 'begin_month_file', {
    month,
    name: `${kind}.csv`,
    bytes: bytes.length,
    changedOn,
  });
  await ask(page, 'add_month_file_part', { upload, at: 0, base64: bytes.toString('base64') });
  const seen = await ask(page, 'preview_month_file', { month, kind, file: { upload }, mapping: null, orders: null });
  const { sha256, mapping, orders } = seen;
  const how = { sha256, mapping, orders, datedOn: changedOn, without: seen.rejected };
  await ask(page, 'take_month_file', { month, kind, file: { upload }, ...how });
}
