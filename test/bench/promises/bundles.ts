import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure, Measure } from '../figure.ts';

const rendererFolder = join(import.meta.dirname, '../../../dist/renderer');

/** What a window loads before it shows anything: script and style named by its page, and the scripts those import at once. */
function firstLoadKb(page: string): number {
  const seen = new Set<string>();
  const html = readFileSync(join(rendererFolder, page), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, name = '']) =>
    join(rendererFolder, name),
  );
  for (const file of waiting) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.endsWith('.js')) continue;
    const imports = readFileSync(file, 'utf8').matchAll(/(?:^|[;}])(?:import|export)[^;'"()]*?["'](\.[^"']+)["']/g);
    for (const [, name = ''] of imports) waiting.push(join(dirname(file), name));
  }
  return [...seen].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1_000;
}

export const measure: Measure = async () => {
  const figure = (name: string, page: string, limit: number): Figure => ({
    name,
    value: firstLoadKb(page),
    unit: 'kB',
    limit,
    baseline: null,
  });
  return [
    figure('script and style of the console, first load, gzip', 'console.html', 280),
    figure('script and style of the room, first load, gzip', 'room.html', 105),
  ];
};
