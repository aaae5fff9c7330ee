// Plays the demo, renders its documents with LibreOffice and puts page images into docs/images.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup.mjs';

const exercises = ['2026-q1-data-breach', '2026-q2-ransomware', '2026-q3-insider-threat', '2026-q4-supply-chain'];
const whole = exercises[0]; // of this one every page, of the others page one
const dotsPerInch = '80';

/** @param {string} node a Node that can run Muster */
export function takeDocumentPages(node) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-pages-'));
  const images = join(root, 'docs/images');
  rmSync(images, { recursive: true, force: true });
  mkdirSync(images, { recursive: true });
  run(node, [join(root, 'cli/main.ts'), 'demo', '--out', folder]);
  for (const exercise of exercises) {
    for (const document of ['post-mortem', 'runbook-changes']) {
      if (exercise !== whole && document !== 'post-mortem') continue;
      const file = join(folder, exercise, `${document}.docx`);
      run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', join(folder, exercise), file]);
      const last = exercise === whole ? [] : ['-l', '1'];
      const pdf = join(folder, exercise, `${document}.pdf`);
      run('pdftoppm', ['-png', '-r', dotsPerInch, ...last, pdf, join(folder, `${exercise.slice(5)}-${document}`)]);
    }
  }
  takePack(node, folder);
  const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
  for (const page of pages) copyFileSync(join(folder, page), join(images, page));
  rmSync(folder, { recursive: true, force: true });
  console.log(`${pages.length} page images in docs/images`);
}

/** Of the printed pack of the first quarter: the running order and an inject of the book, three handouts, a slip, two cards. */
function takePack(node, folder) {
  const script = join(root, 'scenarios/q1-data-breach.yaml');
  const captures = join(root, 'scenarios/samples/q1-data-breach.captures.yaml');
  const out = join(folder, 'pack');
  run(node, [join(root, 'cli/main.ts'), 'pack', script, '--captures', captures, '--out', out, '--workspace', folder]);
  const wanted = { 'facilitator-book': [4, 6], handouts: [2, 4], 'private-slips': [1, 1], 'decision-cards': [1, 1] };
  for (const [name, [first, last]] of Object.entries(wanted)) {
    const file = join(out, `exercise-${name}.docx`);
    run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', out, file]);
    const pages = ['-f', String(first), '-l', String(last)];
    const pdf = join(out, `exercise-${name}.pdf`);
    run('pdftoppm', ['-png', '-r', dotsPerInch, ...pages, pdf, join(folder, `q1-data-breach-pack-${name}`)]);
  }
}

function run(command, args) {
  const { status, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}
