import type { Asset, Finding } from '#core/scorecard/files/file-kinds.ts';
import { measureMonth } from '#core/scorecard/measure-month.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { usualSettings } from '#core/scorecard/settings.ts';
import { readMonthFile } from '#services/scorecard/read-month-file.ts';

export type Files = { readonly findings: string; readonly assets: string };

/** From the bytes on the disk to the figures. */
export async function measureFiles({ findings, assets }: Files): Promise<void> {
  const options = { options: { zone: 'UTC' } };
  const found = await readMonthFile('vulnerabilities', findings, options);
  const owned = await readMonthFile('assets', assets, options);
  if (!(found.ok && owned.ok)) throw new Error('The files were not read.');
  const none = { incidents: null, drift: null, exceptions: null };
  const rows = {
    ...none,
    assets: owned.value.table.rows as readonly Asset[],
    vulnerabilities: found.value.table.rows as readonly Finding[],
  };
  const { figures } = measureMonth(rows, describePeriod('2026-10', 'UTC'), usualSettings, null);
  if (!(figures.vulnerability && figures.vulnerability.cohort > 1000 && figures.controls_health?.in_scope))
    throw new Error('Nothing was measured.');
}

const [findings, assets] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && findings !== undefined && assets !== undefined)
  await measureFiles({ findings, assets });
