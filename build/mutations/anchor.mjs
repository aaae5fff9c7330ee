import { services } from './guards.mjs';

const verify = [services('saving/verify')];
const journal = 'services/saving/journal.ts';
const examine = 'services/saving/examine-journal.ts';
const anchor = 'services/saving/anchor.ts';

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const anchorMutations = [
  {
    protection: 'anchor check',
    takenOut: 'when a journal is opened',
    file: journal,
    find: 'const behind = anchor.compare(read);',
    put: 'const behind = null;',
    tests: verify,
  },
  {
    protection: 'anchor check',
    takenOut: 'by verify',
    file: examine,
    find: '...(behind ? [behind] : []),',
    put: '',
    tests: verify,
  },
  {
    protection: 'anchor check',
    takenOut: 'the hash it keeps',
    file: anchor,
    find: 'if (hashes[mark.seq - 1] === mark.h) return null;',
    put: 'if (hashes[mark.seq - 1] !== undefined) return null;',
    tests: verify,
  },
  {
    protection: 'anchor is kept up to date',
    takenOut: 'after each batch',
    file: 'services/saving/group-commit.ts',
    find: 'saved({ seq: savedSeq, h: writer.head() });',
    put: '',
    tests: verify,
  },
  {
    protection: 'anchor is kept up to date',
    takenOut: 'within a second, while the journal is open',
    file: anchor,
    find: 'timer ??= setTimeout(flush, storeAfterMs).unref();',
    put: '',
    tests: [services('saving/power-cuts')],
  },
  {
    protection: 'anchor is kept up to date',
    takenOut: 'at closing',
    file: journal,
    find: 'await anchor.flush();',
    put: '',
    tests: verify,
  },
  {
    protection: 'anchor is kept up to date',
    takenOut: 'after an opening that finds it behind',
    file: journal,
    find: 'if (h !== undefined) anchor.move',
    put: 'if (h === null) anchor.move',
    tests: verify,
  },
];
