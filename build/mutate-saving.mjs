// `npm run mutate:saving -- [--write] [WORD…]`: takes out every protection of saving, one at a time, and shows which test
// notices; exit 1 when none does. WORD: only the protections with that word in them. --write: into docs/reliability.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acknowledging } from './mutations/acknowledging.mjs';
import { anchorMutations } from './mutations/anchor.mjs';
import { aroundSaving } from './mutations/around-saving.mjs';
import { capturesKept } from './mutations/captures-kept.mjs';
import { documents } from './mutations/documents.mjs';
import { journalReading } from './mutations/journal-reading.mjs';
import { journalWriting } from './mutations/journal-writing.mjs';
import { keepingReadable } from './mutations/keeping-readable.mjs';
import { writeBetween } from './mutations/marked-part.mjs';
import { oneWriter } from './mutations/one-writer.mjs';
import { setAside } from './mutations/set-aside.mjs';
import { tryMutations } from './mutations/try-mutations.mjs';
import { orExplain, root, setUp } from './setup.mjs';
import { setUpChromium } from './setup-debian.mjs';

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
].sort((a, b) => a.protection.localeCompare(b.protection));

await orExplain(() => {
  setUp();
  setUpChromium();
  const asked = process.argv.slice(2);
  const words = asked.filter((word) => !word.startsWith('--'));
  const isAsked = ({ protection, takenOut, file }) =>
    words.length === 0 || words.some((word) => `${protection} ${takenOut} ${file}`.includes(word));
  const tried = tryMutations({ project: root, mutations: all.filter(isAsked), tell: (one) => console.log(line(one)) });
  const unnoticed = tried.filter(({ outcome }) => outcome !== 'noticed');
  const total = `${tried.length} taken out, ${tried.length - unnoticed.length} noticed, ${unnoticed.length} not`;
  console.log(total);
  if (asked.includes('--write')) write(tried, total);
  process.exitCode = unnoticed.length === 0 && tried.length > 0 ? 0 : 1;
});

function line({ protection, takenOut, outcome, by, seconds }) {
  const mark = outcome === 'noticed' ? 'noticed ' : outcome.toUpperCase();
  return `${mark}  ${`${protection}: ${takenOut}`.padEnd(80)} ${seconds.toFixed(1).padStart(5)} s  ${by}`;
}

function write(tried, total) {
  const path = join(root, 'docs/reliability.md');
  const rows = tried.map(
    ({ protection, takenOut, outcome, by, seconds }) =>
      `| ${protection} | ${takenOut} | ${outcome === 'noticed' ? by : `**${outcome}** ${by}`} | ${seconds.toFixed(1)} |`,
  );
  const table = [
    '| protection | what was taken out | test that failed | s |',
    '|---|---|---|---|',
    ...rows,
    '',
    `${total}.`,
  ];
  writeFileSync(path, writeBetween(readFileSync(path, 'utf8'), 'mutations', table.join('\n')));
}
