// `npm run mutate:saving -- [--write] [WORD…]`: takes out every protection of saving, one at a time, and shows which test
// notices; exit 1 when none does. WORD: only the protections with that word in them. --write: into docs/reliability.md.
import { acknowledging } from './mutations/acknowledging.mjs';
import { anchorMutations } from './mutations/anchor.mjs';
import { aroundSaving } from './mutations/around-saving.mjs';
import { capturesKept } from './mutations/captures-kept.mjs';
import { documents } from './mutations/documents.mjs';
import { journalReading } from './mutations/journal-reading.mjs';
import { journalWriting } from './mutations/journal-writing.mjs';
import { keepingReadable } from './mutations/keeping-readable.mjs';
import { oneWriter } from './mutations/one-writer.mjs';
import { runMutations } from './mutations/run-mutations.mjs';
import { setAside } from './mutations/set-aside.mjs';

const all = [
  ...journalWriting,
  ...acknowledging,
  ...journalReading,
  ...anchorMutations,
  ...documents,
  ...setAside,
  ...keepingReadable,
  ...oneWriter,
  ...aroundSaving,
  ...capturesKept,
];

await runMutations(all, 'mutations');
