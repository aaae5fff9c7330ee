import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As Chromium does it: one file in the folder of the settings names the process; the second leaves word and goes. */
export function takeInstanceLock(userData: string, onSecond: (argv: readonly string[], cwd: string) => void): boolean {
  mkdirSync(userData, { recursive: true });
  const file = join(userData, 'SingletonLock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      listen(userData, onSecond);
      return true;
    } catch {
      if (isAlive(Number(readFileSync(file, 'utf8')))) break;
      rmSync(file, { force: true }); // whoever held it was killed
    }
  }
  writeFileSync(join(userData, `second-${process.pid}.json`), JSON.stringify([process.argv, process.cwd()]));
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function listen(userData: string, onSecond: (argv: readonly string[], cwd: string) => void): void {
  watch(userData, () => {
    for (const name of readdirSync(userData).filter((found) => found.startsWith('second-'))) {
      const text = readFileSync(join(userData, name), 'utf8');
      if (text === '') continue; // still being written: the watcher is told again
      rmSync(join(userData, name), { force: true });
      const [argv, cwd] = JSON.parse(text);
      onSecond(argv, cwd);
    }
  }).unref();
}
