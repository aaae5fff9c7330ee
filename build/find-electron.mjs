// Electron's program is no part of its package: it is fetched from GitHub on first use, which not every network allows.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, tell } from './setup.mjs';

const electron = join(root, 'node_modules/electron');
const main = join(root, 'dist/electron/main.js');
const tried = join(root, 'dist/.electron-tried');
const dayMs = 24 * 3_600_000;
const patienceMs = 20_000;

/** The program and what it is to run, or in words why it cannot be Electron. Tries to fetch it at most once a day. */
export async function findElectron(node, env = process.env) {
  if (!existsSync(main)) return { why: "Electron's part of Muster is not built here" };
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { why: 'Electron finds no display here' };
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return { why: 'Electron does not run as the administrator (root)' };
  const program = findProgram();
  return program ? { program } : fetchProgram(node);
}

function findProgram() {
  const pointer = join(electron, 'path.txt');
  if (!existsSync(pointer)) return null;
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist');
  const program = join(folder, readFileSync(pointer, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Waits a while, and lets a slow network go on by itself: the next start finds what it brought. */
async function fetchProgram(node) {
  const cannot = "Electron's program cannot be fetched here";
  if (existsSync(tried) && Date.now() - statSync(tried).mtimeMs < dayMs) return { why: cannot };
  mkdirSync(join(root, 'dist'), { recursive: true });
  // Written first: a second start meanwhile does not fetch as well.
  writeFileSync(tried, 'Electron was fetched or could not be; tried again a day after this file was written.\n');
  tell("Fetching Electron's program (once, up to 20 seconds)…");
  const child = spawn(node, [join(electron, 'install.js')], { stdio: 'ignore', detached: true });
  const isOver = await new Promise((resolve) => {
    child.once('exit', () => resolve(true));
    child.once('error', () => resolve(true));
    setTimeout(() => resolve(false), patienceMs).unref();
  });
  child.unref();
  const program = findProgram();
  if (program) return { program };
  return { why: isOver ? cannot : "Electron's program is still on its way" };
}
