import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ownFile, wasmFile } from '../own-files.ts';
import type { Drawing } from './drawing.ts';

const pixelsForOne = 3; // 288 to the inch
const fontFolder = ownFile('services/documents/fonts');

let ready: Promise<readonly Uint8Array[]> | null = null;
/** The last one: two forms of a report show the same figure, and drawing it is most of their time. */
let last: { readonly svg: string; readonly png: Uint8Array } | null = null;

/** PNG bytes on a white ground, in our own font: the same on every machine. */
export async function renderFigure({ svg }: Drawing): Promise<Uint8Array> {
  if (last?.svg === svg) return last.png;
  ready ??= prepare();
  const fontBuffers = [...(await ready)];
  const resvg = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'zoom', value: pixelsForOne },
    font: { fontBuffers, defaultFontFamily: 'Liberation Sans', loadSystemFonts: false },
  });
  last = { svg, png: resvg.render().asPng() };
  return last.png;
}

async function prepare(): Promise<readonly Uint8Array[]> {
  await initWasm(readFile(wasmFile('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(['Regular', 'Bold'].map((cut) => readFile(join(fontFolder, `LiberationSans-${cut}.ttf`))));
}
