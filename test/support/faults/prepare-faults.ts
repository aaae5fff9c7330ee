import { execFile } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const run = promisify(execFile);

export type Prepared = {
  /** Where everything of these tests lies; open to other users, because some tests work as another. */
  readonly folder: string;
  readonly library: string;
  readonly child: string;
};

/** The library that makes calls fail, and a child as one file: loading it as sources takes longer than what it does. */
export async function prepareFaults(child: string): Promise<Prepared> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  await chmod(folder, 0o755);
  const library = join(folder, 'faulty-calls.so');
  const source = join(import.meta.dirname, 'faulty-calls.c');
  const bundle = build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, child),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${basename(child, '.ts')}.mjs` } },
    },
  });
  await Promise.all([bundle, run('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-o', library, source, '-ldl'])]);
  return { folder, library, child: join(folder, `${basename(child, '.ts')}.mjs`) };
}
