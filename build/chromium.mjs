// The Chromium that the tests, the bench and the screenshots look at the windows with.
import { chromium } from 'playwright-core';
import { shellPath } from './chromium-paths.mjs';

export const chromiumPath = process.env.CHROMIUM_PATH ?? shellPath;

export const chromiumFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** @returns {Promise<import('playwright-core').Browser>} */
export function launchChromium(path = chromiumPath) {
  return chromium.launch({ executablePath: path, args: chromiumFlags });
}
