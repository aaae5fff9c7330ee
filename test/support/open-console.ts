import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RoomStatus } from '#contract/console-answers.ts';
import type { Setup } from '#core/exercise/setup.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { selectSession } from '#core/scenario/select-session.ts';
import { loadScenario } from '#services/scenario/load-scenario.ts';
import { launchChromium } from '../../build/chromium.mjs';
import type { Kept } from './in-memory-bridge.ts';
import { hearErrors, takePage } from './kept-pages.ts';

const root = join(import.meta.dirname, '../..');
/** Built before the first test: an application in memory, in place of a shell's bridge. */
export const bridgeFile = 'out/console-page/bridge.js';
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
const kinds: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export type Opening = {
  readonly scenario?: Scenario;
  readonly setup?: Partial<Setup>;
  readonly status?: RoomStatus;
  readonly theme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  readonly kept?: Kept | null;
  readonly readOnly?: string | null;
};

export const twoDisplays: RoomStatus = {
  shell: 'desktop',
  windows: 1,
  displays: 2,
  arrangement: 'two',
  isConsoleApart: true,
  address: null,
};

/** The real console bundle over an application in memory, served with the strict policy of the house. */
export async function openConsoles() {
  const html = (await readFile(join(root, 'dist/renderer/console.html'), 'utf8')).replace(
    '<script',
    '<script src="/bridge.js"></script><script',
  );
  const server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://x').pathname;
    const file = path === '/bridge.js' ? join(root, bridgeFile) : join(root, 'dist/renderer', path);
    const bytes = path === '/' ? Buffer.from(html) : await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, {
      'content-type': path === '/' ? 'text/html' : (kinds[extname(file)] ?? 'text/plain'),
      'content-security-policy': policy,
      'cache-control': 'max-age=3600, immutable', // the files stay as they are for as long as this serves them
    });
    response.end(bytes ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await launchChromium();
  const q2 = await loadQ2();
  return {
    q2,
    open: (opening: Opening = {}) => openPage(browser, port, { scenario: q2, ...opening }),
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function openPage(browser: Browser, port: number, opening: Opening & { readonly scenario: Scenario }) {
  const { scenario, setup, status = twoDisplays, theme = 'light', size, readOnly = null } = opening;
  const kept = await takePage(browser, { viewport: size ?? { width: 1280, height: 800 }, hasClock: true });
  const { page } = kept;
  const problems: string[] = [];
  kept.forNow(hearErrors(page, (words) => isHarmless(words) || problems.push(words)));
  const told = {
    scenario,
    setup: { ...setupFor(scenario), ...setup },
    status,
    theme,
    kept: opening.kept ?? null,
    readOnly,
  };
  const given = { told, disk: { delayMs: 0, isFull: false } };
  kept.forNow(await page.addInitScript(`globalThis.given = ${JSON.stringify(given)}`));
  await page.goto(`http://127.0.0.1:${port}/#/live/${told.setup.exercise}`);
  return { page, problems, close: kept.giveBack };
}

/** zod asks once whether it may compile, and takes no for an answer; there is no icon. */
const isHarmless = (text: string) => text.includes("'TrustedScript'") || text.includes('404');

/** Moves the window's clocks on; what runs in it runs on. */
export async function passMinutes(page: Page, minutes: number): Promise<void> {
  await page.clock.fastForward(minutes * 60_000);
}

async function loadQ2(): Promise<Scenario> {
  const { scenario } = await loadScenario(join(root, 'scenarios/q2-ransomware.yaml'));
  if (!scenario) throw new Error('q2-ransomware.yaml does not load');
  return scenario;
}

export function setupFor(scenario: Scenario): Setup {
  const objectives = scenario.objectives.map(({ id }) => id);
  const session = selectSession(scenario, { lengthMin: 105, objectives });
  return {
    exercise: '2026-q2-cold-restore',
    sample: false,
    scenario: { id: scenario.id, version: scenario.version, sha256: 'none' },
    organisation: { name: 'Wexcombe Systems', time_zone: 'Europe/Berlin' },
    placeholders: {},
    plan: {
      seat: 'someone_else',
      length_min: 105,
      objectives,
      storyline_start: scenario.storyline_start,
      tlp: 'TLP:AMBER',
      runbooks: [],
    },
    participants: [
      { name: 'Dana Ortiz', role: 'IC' },
      { name: 'Sam Reyes', role: 'SEC' },
      { name: 'Noor Haddad', role: 'DEVOPS' },
      { name: 'Ines Vogel', role: 'LEGAL' },
      { name: 'Tom Becker', role: 'COMMS' },
      { name: 'Ruth Adler', role: 'EXEC' },
    ],
    left_out: session.ok ? [...session.leftOut] : [],
    previous_actions: [],
  };
}
