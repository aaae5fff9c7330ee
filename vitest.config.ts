import { defineConfig } from 'vitest/config';

/** Generous, because machines are shared: a test that hangs is found, a slow minute is not a failure. */
const timeoutMs = 60_000;

export default defineConfig({
  test: {
    globalSetup: ['test/support/build-bundles.ts'],
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  },
});
