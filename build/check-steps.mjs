/** What `npm run check` runs, in this order: name, tool (null: Node itself) and its words. */
export const guards = /** @type {const} */ ([
  ['format', 'biome', ['format', '.']],
  ['lint', 'biome', ['lint', '--error-on-warnings', '.']],
  ['types of core', 'tsc', ['-p', 'core']],
  ['types of the windows', 'tsc', ['-p', 'renderer']],
  ['types', 'tsc', ['-p', '.']],
  ['import rules', null, ['build/import-rules.mjs']],
]);

export const steps = [
  ...guards,
  ['unit tests', 'vitest', ['run', '--reporter=dot', 'test/core', 'test/services', 'test/cli']],
];
