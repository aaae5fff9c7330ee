// What `npm run mutate:saving` and `npm run mutate:room` share: choose, try, tell, and write the table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orExplain, root, setUp } from '../setup.mjs';
import { setUpChromium } from '../setup-debian.mjs';
import { writeBetween } from './marked-part.mjs';
import { tryMutations } from './try-mutations.mjs';

/**
 * Words: only the protections with one of them. `--write`: the table goes between the marks of that name in docs/reliability.md.
 * Exit 1 when one is not noticed.
 * @param {readonly import('./try-mutations.mjs').Mutation[]} all
 * @param {string} mark
 */
export async function runMutations(all, mark) {
  await orExplain(() => {
    setUp();
    setUpChromium();
    const asked = process.argv.slice(2);
    const words = asked.filter((word) => !word.startsWith('--'));
    const isAsked = ({ protection, takenOut, file }) =>
      words.length === 0 || words.some((word) => `${protection} ${takenOut} ${file}`.includes(word));
    const mutations = all.filter(isAsked).sort((a, b) => a.protection.localeCompare(b.protection));
    const tried = tryMutations({ project: root, mutations, tell: (one) => console.log(line(one)) });
    const unnoticed = tried.filter(({ outcome }) => outcome !== 'noticed');
    const total = `${tried.length} taken out, ${tried.length - unnoticed.length} noticed, ${unnoticed.length} not`;
    console.log(total);
    if (asked.includes('--write')) write(tried, total, mark);
    process.exitCode = unnoticed.length === 0 && tried.length > 0 ? 0 : 1;
  });
}

function line({ protection, takenOut, outcome, by, seconds }) {
  const mark = outcome === 'noticed' ? 'noticed ' : outcome.toUpperCase();
  return `${mark}  ${`${protection}: ${takenOut}`.padEnd(80)} ${seconds.toFixed(1).padStart(5)} s  ${by}`;
}

function write(tried, total, mark) {
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
  writeFileSync(path, writeBetween(readFileSync(path, 'utf8'), mark, table.join('\n')));
}
