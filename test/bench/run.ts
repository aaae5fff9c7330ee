import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figure, isKept, type Measure } from './figure.ts';

const folder = join(import.meta.dirname, 'promises');
const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const all = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
const unknown = positionals.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no promise ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(2);
}

const names = positionals.length > 0 ? positionals : all;
const figures = names.length === 1 ? await measureHere(names[0] ?? '') : names.flatMap(measureApart);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 1)}\n`);
if (!figures.every(isKept)) process.exitCode = 1;

async function measureHere(name: string): Promise<readonly Figure[]> {
  try {
    const { measure }: { measure: Measure } = await import(join(folder, `${name}.ts`));
    const measured = await measure();
    for (const figure of measured) console.log(format(figure));
    return measured;
  } catch (problem) {
    console.error(`${name} could not be measured: ${problem instanceof Error ? problem.message : problem}`);
    process.exitCode = 1;
    return [];
  }
}

/** Each promise in a process of its own: what one leaves in memory is not another's burden. */
function measureApart(name: string): readonly Figure[] {
  const apart = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const report = join(apart, 'figures.json');
  const { status } = spawnSync(process.execPath, [import.meta.filename, name, '--json', report], { stdio: 'inherit' });
  const measured: readonly Figure[] = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : [];
  rmSync(apart, { recursive: true });
  if (status !== 0) process.exitCode = 1;
  return measured;
}

function format(figure: Figure): string {
  const { name, value, unit, limit, baseline } = figure;
  const mark = isKept(figure) ? 'kept  ' : 'BROKEN';
  const over = baseline === null ? '' : `   (over ${baseline.toFixed(2)} ms)`;
  return `${mark}  ${name.padEnd(52)}${value.toFixed(2).padStart(8)} ${unit.padEnd(2)}  ${limit === null ? 'no limit' : `limit ${limit} ${unit}`}${over}`;
}
