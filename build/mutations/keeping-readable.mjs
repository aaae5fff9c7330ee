import { services } from './guards.mjs';

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const keepingReadable = [
  {
    protection: 'nothing of somebody else is removed',
    takenOut: 'any hidden folder counts as what a killed play left',
    file: 'services/exercise/staging.ts',
    find: 'if (findAbandoned(entry.name) === null) continue;',
    put: '',
    tests: [services('exercise/failing-disk')],
  },
  {
    protection: 'nothing of somebody else is removed',
    takenOut: 'what was put into such a folder goes with it',
    file: 'services/exercise/staging.ts',
    find: 'inner.isFile() && played.test(inner.name)',
    put: 'inner.isFile()',
    tests: [services('exercise/failing-disk')],
  },
  {
    protection: 'nothing of somebody else is removed',
    takenOut: 'any name that ends in .tmp counts as a leftover of a document',
    file: 'services/saving/unfinished.ts',
    find: String.raw`/^(.+)\.(\d+)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/`,
    put: String.raw`/^(.+)\.(\w+)\.tmp$/`,
    tests: [services('saving/document-adapter')],
  },
];
