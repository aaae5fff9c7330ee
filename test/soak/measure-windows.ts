import { once } from 'node:events';
import type { Windows } from '../bench/open-windows.ts';
import type { QuietPage } from '../bench/quiet-page.ts';

export type PageSize = { readonly heapMb: number; readonly nodes: number; readonly listeners: number };

/** With nothing left in it that could go. */
export async function measurePage(page: QuietPage): Promise<PageSize> {
  for (let time = 0; time < 3; time += 1) await page.send('HeapProfiler.collectGarbage');
  const { usedSize } = await page.send<{ usedSize: number }>('Runtime.getHeapUsage');
  const counted = await page.send<{ nodes: number; jsEventListeners: number }>('Memory.getDOMCounters');
  return { heapMb: usedSize / 1e6, nodes: counted.nodes, listeners: counted.jsEventListeners };
}

export async function measureServerMb({ server }: Windows): Promise<number> {
  server.send('heap');
  const [{ heapBytes }] = await once(server, 'message');
  return heapBytes / 1e6;
}
