import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { writeTemplates } from '#services/scorecard/write-templates.ts';
import type { Figure } from '../figure.ts';
import { type Files, measureFiles } from '../measure-files.ts';
import { compareRounds, type Pair, timeMs } from '../time.ts';

const rounds = 7;
const mostMegabytes = 600;
const sizes = { large: { findings: 300_000, assets: 50_000 }, small: { findings: 30_000, assets: 5_000 } };
type Size = (typeof sizes)['large'];

/**
 * A month of 300,000 findings and 50,000 assets, read, checked and measured: against papaparse alone on the same files, which keeps
 * its rows too, because whoever counts them needs them. The same over papaparse that drops its rows is told beside it, with no limit.
 */
export async function measure(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  try {
    const large = await writeFiles(folder, 'large', sizes.large);
    const small = await writeFiles(folder, 'small', sizes.small);
    const kept: Pair[] = [];
    const dropped: Pair[] = [];
    const growth: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const early = round % 2 === 0 ? await timeMs(() => measureFiles(large)) : null;
      const keeping = await timeMs(() => parseBoth(large, true));
      const dropping = await timeMs(() => parseBoth(large, false));
      const ours = early ?? (await timeMs(() => measureFiles(large)));
      const little = await timeMs(() => measureFiles(small));
      kept.push({ ours: [ours], bare: [keeping] });
      dropped.push({ ours: [ours], bare: [dropping] });
      growth.push({ ours: [ours], bare: [little] });
    }
    const names = `${sizes.large.findings.toLocaleString('en')} findings and ${sizes.large.assets.toLocaleString('en')} assets`;
    return [
      compareRounds(`${names} over papaparse`, kept.slice(1), 50, 2.5),
      compareRounds('  the same over papaparse that drops its rows', dropped.slice(1), 50, null),
      compareRounds('  over a tenth of them', growth.slice(1), 50, 12),
      told('  most memory of the process', peakOfReading(large)),
      told('  most memory of muster scorecard with its documents', peakOfCommand(join(folder, 'large'))),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const told = (name: string, value: number): Figure => ({
  ...{ name, value, unit: 'MB', limit: mostMegabytes, baseline: null },
});

function peakOfReading({ findings, assets }: Files): number {
  return peakOf([join(import.meta.dirname, '../measure-files.ts'), findings, assets]);
}

/** Into a folder that is empty, without a workspace. */
function peakOfCommand(data: string): number {
  const [out, none] = [join(data, 'out'), join(data, 'none')];
  const words = ['scorecard', '--data', data, '--month', '2026-10', '--out', out, '--workspace', none];
  return peakOf([join(import.meta.dirname, '../../../cli/main.ts'), ...words]);
}

const tellPeak = "process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))";

/** In a process that does nothing else. */
function peakOf(args: readonly string[]): number {
  const telling = ['--disable-warning=ExperimentalWarning', '--import', `data:text/javascript,${tellPeak}`];
  const { stderr, status } = spawnSync(process.execPath, [...telling, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} could not be measured alone: ${stderr}`);
  return Number(stderr.split('\n').at(-1)) / 1000;
}

async function parseBoth({ findings, assets }: Files, keep: boolean): Promise<void> {
  for (const path of [findings, assets])
    await new Promise<void>((resolve) => {
      const stream = createReadStream(path, { highWaterMark: 1_048_576 });
      const complete = () => resolve();
      papaparse.parse<string[], typeof stream>(stream, keep ? { complete } : { complete, chunk: () => {} });
    });
}

const dayOf = (number: number) => new Date(Date.UTC(2026, 3, 1) + number * 86_400_000).toISOString().slice(0, 10);
const severities = ['critical', 'high', 'medium', 'low'];

async function writeFiles(folder: string, name: string, { findings, assets }: Size): Promise<Files> {
  const rows = Array.from({ length: findings }, (_, at) => {
    const found = at % 200;
    const isFixed = at % 2 === 0;
    return `V-${at},A-${at % assets},CVE-2026-${at % 9999},Finding of the kind ${at % 500},${severities[at % 4]},7.${at % 10},${at % 3 ? 'true' : 'false'},${dayOf(found)},,${at % 97 ? '' : dayOf(found + 9)},${isFixed ? dayOf(found + (at % 60)) : ''},${isFixed ? 'fixed' : 'open'},`;
  });
  const owned = Array.from(
    { length: assets },
    (_, at) =>
      `A-${at},server-${at},${at % 3},service,team ${at % 40},prod,${at % 5 ? 'no' : 'yes'},active,true,BL-T${at % 3},${at % 7 ? 'compliant' : 'non_compliant'},${dayOf(150 + (at % 60))},`,
  );
  const data = join(folder, name);
  await mkdir(data);
  await writeTemplates(data); // what has no rows here has its head
  const files = { findings: join(data, 'vulnerabilities.csv'), assets: join(data, 'assets.csv') };
  await writeFile(
    files.findings,
    `finding_id,asset_id,cve,title,severity,cvss,internet_facing,discovered_on,due_on,kev_due_on,fixed_on,status,exception_id\n${rows.join('\n')}\n`,
  );
  await writeFile(
    files.assets,
    `asset_id,name,tier,type,owner,environment,internet_facing,status,managed,baseline_id,baseline_status,baseline_checked_on,exception_id\n${owned.join('\n')}\n`,
  );
  return files;
}
