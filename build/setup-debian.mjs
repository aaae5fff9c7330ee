// Programs from Debian's packages that the tests look at Muster with. Quiet when they are there.
import { existsSync } from 'node:fs';
import { shellPath, wholePath } from './chromium-paths.mjs';
import { run, runs, SetUpProblem, tell, withLock } from './setup.mjs';

/** LibreOffice, which the tests use to look at the Word documents. */
export function setUpOffice() {
  install({
    program: 'LibreOffice',
    what: 'to look at the documents (about a minute)',
    packages: ['libreoffice-writer-nogui', 'poppler-utils', 'fonts-liberation', 'fonts-dejavu-core'],
    isThere: () => runs('soffice', ['--version']) && runs('pdftoppm', ['-v']) && hasFont('Liberation Sans'),
  });
}

/** Chromium, which the tests use to look at the windows. */
export function setUpChromium() {
  install({
    program: 'Chromium',
    what: 'to look at the windows (about a minute)',
    packages: ['chromium-headless-shell', 'chromium'],
    isThere: () => [shellPath, wholePath].every((path) => runs(path, ['--version'])),
  });
}

/** A C compiler, with which the tests make single calls to the disk fail. */
export function setUpCompiler() {
  install({
    program: 'GCC',
    what: 'to make calls to the disk fail (about half a minute)',
    packages: ['gcc', 'libc6-dev'],
    isThere: () => runs('gcc', ['--version']) && existsSync('/usr/include/stdio.h'),
  });
}

function install({ program, what, packages, isThere }) {
  if (isThere()) return;
  withLock(() => {
    if (isThere()) return; // another set-up brought it while this one waited
    const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    if (sudo.length > 0 && !runs('sudo', ['-n', 'true'])) {
      throw new SetUpProblem(
        `The tests need ${program}, and only an administrator can install it: run "sudo apt-get update && sudo ${command}", then try again.`,
      );
    }
    tell(`Installing ${program} ${what}…`);
    const [first, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
    run(first, [...rest, 'update']);
    const done = run(first, [...rest, 'install', '-y', '--no-install-recommends', ...packages]);
    if (done.status !== 0 || !isThere()) {
      throw new SetUpProblem(
        `${program} could not be installed: check the network, run "${command}" by hand to see why, then try again.`,
      );
    }
  });
}

/** Another font in its place sets other pages. */
function hasFont(family) {
  return run('fc-match', [family]).stdout?.includes(family) ?? false;
}
