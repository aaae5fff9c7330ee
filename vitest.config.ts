import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Generous, because machines are shared: a test that hangs is found, a slow minute is not a failure. */
const timeoutMs = 120_000;

export default defineConfig({
  test: {
    globalSetup: ['test/support/build-bundles.ts'],
    include: ['test/**/*.test.ts'],
    environment: 'node',
    isolate: false, // files share what they import, and a process tests many: a sixth of the time; what a test opens, it closes
    maxWorkers: 4, // twice the cores of a small machine: half of a browser test is waiting
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 20_000 } }, // what a window shows comes when it comes
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  },
});
