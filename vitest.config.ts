import { defineConfig } from 'vitest/config';

// Half a minute, because a busy machine's disk may take seconds for one sync.
export default defineConfig({ test: { include: ['test/**/*.test.ts'], environment: 'node', testTimeout: 30_000 } });
