import { readdirSync, writeFileSync } from 'node:fs';
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

const figures: Figure[] = [];
for (const name of positionals.length > 0 ? positionals : all) {
  try {
    const { measure }: { measure: Measure } = await import(join(folder, `${name}.ts`));
    const measured = await measure();
    figures.push(...measured);
    for (const figure of measured) console.log(format(figure));
  } catch (problem) {
    console.error(`${name} could not be measured: ${problem instanceof Error ? problem.message : problem}`);
    process.exitCode = 1;
  }
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 1)}\n`);
if (!figures.every(isKept)) process.exitCode = 1;

function format(figure: Figure): string {
  const { name, value, unit, limit, baseline } = figure;
  const mark = isKept(figure) ? 'kept  ' : 'BROKEN';
  const over = baseline === null ? '' : `   (over ${baseline.toFixed(2)} ms)`;
  return `${mark}  ${name.padEnd(52)}${value.toFixed(2).padStart(8)} ${unit.padEnd(2)}  limit ${limit} ${unit}${over}`;
}
