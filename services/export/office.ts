import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { markPdf } from './pdf-mark.ts';

export const noOffice = 'No PDF was made: LibreOffice was not found on this computer. The Word files hold the same.';

/** A document of hundreds of pages takes seconds; LibreOffice that waits for somebody takes for ever. */
const longestMs = 120_000;

type Surroundings = { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv };

/** LibreOffice on the path or in its usual place; null where it is not installed. */
export async function findOffice({ platform, env }: Surroundings = process): Promise<string | null> {
  for (const path of listPlaces(platform, env)) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return null;
}

function listPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  const names = platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const onPath = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = usualFolders(platform, env);
  return [...onPath, ...usual].flatMap((folder) => names.map((name) => join(folder, name)));
}

function usualFolders(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'darwin') return ['/Applications/LibreOffice.app/Contents/MacOS'];
  if (platform !== 'win32') return ['/usr/bin', '/usr/local/bin', '/usr/lib/libreoffice/program', '/snap/bin'];
  const programs = [env.ProgramFiles, env['ProgramFiles(x86)'], env.ProgramW6432];
  return programs.flatMap((folder) => (folder ? [join(folder, 'LibreOffice', 'program')] : []));
}

type Asked = {
  readonly office: string;
  readonly word: Uint8Array;
  /** The record's own time, for a file that is the same whenever it is made. */
  readonly settledAt: string;
  readonly signal: AbortSignal;
  readonly limitMs?: number;
};

/** A Word file as a PDF. LibreOffice gets a profile of its own, so one that is open stays as it is; it goes with its children. */
export async function makePdf({
  office,
  word,
  settledAt,
  signal,
  limitMs = longestMs,
}: Asked): Promise<Outcome<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-pdf-'));
  try {
    const source = join(folder, 'document.docx');
    await writeFile(source, word, { mode: 0o600 });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const words = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'pdf', '--outdir', folder, source];
    const trouble = await run(office, [profile, ...words], { signal, limitMs });
    const pdf = await readFile(join(folder, 'document.pdf')).catch(() => null);
    if (pdf !== null && trouble === null) return succeed(markPdf(settlePdf(pdf, settledAt, hash('sha256', word))));
    return fail(notMade(trouble ?? 'LibreOffice ended without writing one'));
  } catch (problem) {
    return fail(notMade(problem instanceof Error ? problem.message : String(problem)));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {}); // the system clears what is still held
  }
}

function notMade(why: string) {
  return { code: 'pdf_not_made', message: `No PDF was made: ${why}.`, hint: 'The Word files hold the same.' };
}

type Limits = { readonly signal: AbortSignal; readonly limitMs: number };

/** null once it has ended well; else why not, as the end of a sentence. */
function run(command: string, words: readonly string[], { signal, limitMs }: Limits): Promise<string | null> {
  if (signal.aborted) return Promise.resolve('it was stopped');
  return new Promise((resolve) => {
    const isGroup = process.platform !== 'win32';
    const env = { ...process.env, TZ: 'UTC', SAL_USE_VCLPLUGIN: 'svp' };
    const child = spawn(command, words, { detached: isGroup, stdio: 'ignore', windowsHide: true, env });
    let why: string | null = null;
    const stop = (because: string) => {
      why ??= because;
      endWithChildren(child, isGroup);
    };
    const stopAsked = () => stop('it was stopped');
    const timer = setTimeout(() => stop(`LibreOffice took longer than ${Math.round(limitMs / 1000)} seconds`), limitMs);
    const done = (because: string | null) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stopAsked);
      process.off('exit', stopAsked);
      resolve(why ?? because);
    };
    signal.addEventListener('abort', stopAsked, { once: true });
    process.once('exit', stopAsked);
    child.once('error', (problem) => done(`LibreOffice could not be started: ${problem.message}`));
    child.once('close', (code) => done(code === 0 ? null : `LibreOffice ended with ${code ?? 'a signal'}`));
  });
}

/** LibreOffice is a starter and what it starts: on its own the first would leave the second behind. */
function endWithChildren(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (isGroup) process.kill(-child.pid, 'SIGKILL');
    else spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  } catch {
    // it has ended by itself
  }
}

/** LibreOffice stamps moment and chance into three places; their length stays, so that every offset in the file does. */
function settlePdf(pdf: Uint8Array, settledAt: string, digest: string): Uint8Array {
  const stamp = settledAt.slice(0, 19).replace(/[-:T]/g, '');
  const chance = digest.toUpperCase().slice(0, 32);
  const text = Buffer.from(pdf).toString('latin1');
  const settled = text
    .replace(/(\/CreationDate\s?\(D:)\d{14}/g, `$1${stamp}`)
    .replace(/(\/ID\s*\[\s*<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(>)/g, `$1${chance}$2${chance}$3`)
    .replace(/(\/DocChecksum \/)[0-9A-F]{32}/g, `$1${chance}`);
  return Buffer.from(settled, 'latin1');
}
