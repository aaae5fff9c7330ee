import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { readWord, textOf } from './read-word.ts';

const run = promisify(execFile);

/** Word files of one folder as PDF beside them, set by LibreOffice with one start for all. */
export async function setPages(files: readonly string[]): Promise<void> {
  const folder = dirname(files[0] ?? '');
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files]);
}

/** Paragraphs of a Word file that its PDF does not hold, however lines and pages were broken; heads, feet and leaders left out. */
export async function listLost(word: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-raw', word.replace(/docx$/, 'pdf'), '-'], { maxBuffer: 2 ** 26 });
  const set = dense(
    stdout.replaceAll(/\.{4,}|^(?:EXERCISE – not.*|.*page \d+ of \d+.*|(?: *(?:DRAFT|TLP:AMBER\\+STRICT) *)+)$/gm, ''),
  );
  const paragraphs = textOf(readWord(await readFile(word))).split('\n');
  return paragraphs.filter((words) => !set.includes(dense(words)));
}

/** Without spaces and hyphens: a line may end at each. */
const dense = (words: string) => words.replaceAll(/[\s\u00A0-]/g, '');
