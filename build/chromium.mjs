// The Chromium that the tests, the bench and the screenshots look at the windows with.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumPaths } from './chromium-paths.mjs';

export const chromiumPath =
  process.env.CHROMIUM_PATH ?? chromiumPaths.find((path) => existsSync(path)) ?? '/usr/bin/chromium';

export const chromiumFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** @returns {Promise<import('playwright-core').Browser>} */
export function launchChromium() {
  return chromium.launch({ executablePath: chromiumPath, args: chromiumFlags });
}
