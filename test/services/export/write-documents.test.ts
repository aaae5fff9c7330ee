import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentNames } from '#services/export/document-names.ts';
import { findOffice, makePdf } from '#services/export/office.ts';
import { markPdf } from '#services/export/pdf-mark.ts';
import { writeDocuments } from '#services/export/write-documents.ts';
import { end, played, release } from '../../support/play.ts';

const state = played([1, release('Q1-010')], [20, end]);
const newFolder = () => mkdtemp(join(tmpdir(), 'muster-documents-'));
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A LibreOffice that starts another process, says both numbers and then waits for somebody. */
async function makeWaitingOffice() {
  const folder = await newFolder();
  const office = join(folder, 'soffice');
  const pids = join(folder, 'pids');
  await writeFile(office, `#!/bin/sh\nsleep 60 &\necho "$$ $!" > ${pids}.new\nmv ${pids}.new ${pids}\nwait\n`, {
    mode: 0o755,
  });
  const readPids = async () => {
    await expect.poll(() => readFile(pids, 'utf8').catch(() => null)).not.toBeNull();
    return (await readFile(pids, 'utf8')).trim().split(' ').map(Number);
  };
  return { office, readPids };
}

const word = new Uint8Array(4);
const settledAt = '2026-03-30T07:40:00Z';

describe('Writing the documents of an exercise', () => {
  it('that is stopped on the way leaves what was there before, whole', async () => {
    const out = await newFolder();
    await writeFile(join(out, 'timeline.csv'), 'earlier');
    const stopping = new AbortController();
    const progress = (done: number) => (done === 3 ? stopping.abort() : undefined);
    const stopped = await writeDocuments({ state, head: '', out, progress, signal: stopping.signal });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await readdir(out)).toEqual(['timeline.csv']);
    expect(await readFile(join(out, 'timeline.csv'), 'utf8')).toBe('earlier');
  });

  it('says how many there will be before the first is written, and each after that', async () => {
    const told: (readonly [number, number])[] = [];
    const progress = (done: number, total: number) => told.push([done, total]);
    await writeDocuments({ state, head: '', out: await newFolder(), progress });
    expect(told.slice(0, 2)).toEqual([
      [0, documentNames.length],
      [1, documentNames.length],
    ]);
  });

  it('takes the PDF of an earlier report away with that report', async () => {
    const out = await newFolder();
    await writeFile(join(out, 'post-mortem.pdf'), markPdf(Buffer.from('of an earlier report')));
    expect(await writeDocuments({ state, head: '', out })).toMatchObject({ ok: true, value: documentNames });
    expect((await readdir(out)).sort()).toEqual([...documentNames].sort());
  });

  it('replaces nothing where one of them is read-only, and names it', async () => {
    const out = await newFolder();
    const kept = join(out, 'timeline.csv');
    await writeFile(kept, 'signed and filed');
    await chmod(kept, 0o444);
    const refused = await writeDocuments({ state, head: '', out });
    expect(refused).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(`timeline.csv in ${out} is read-only`) },
    });
    expect(await readdir(out)).toEqual(['timeline.csv']);
  });
});

describe('LibreOffice', () => {
  it('is found on the path before its usual places, and is missing where it is in neither', async () => {
    const { office } = await makeWaitingOffice();
    expect(await findOffice({ platform: 'linux', env: { PATH: `/nowhere:${join(office, '..')}` } })).toBe(office);
    expect(await findOffice({ platform: 'win32', env: { PATH: '/nowhere', ProgramFiles: '/nowhere' } })).toBeNull();
  });

  it('goes with all it started when the writing is stopped', async () => {
    const { office, readPids } = await makeWaitingOffice();
    const stopping = new AbortController();
    const making = makePdf({ office, word, settledAt, signal: stopping.signal });
    const pids = await readPids();
    expect(pids.map(isAlive)).toEqual([true, true]);
    stopping.abort();
    expect(await making).toMatchObject({ ok: false, problem: { message: 'No PDF was made: it was stopped.' } });
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false]);
  });

  it('that waits for somebody is given up, and so is one that cannot be started or writes nothing', async () => {
    const { office } = await makeWaitingOffice();
    const { signal } = new AbortController();
    const problemOf = async (command: string) => {
      const made = await makePdf({ office: command, word, settledAt, signal, limitMs: 500 });
      return made.ok ? null : made.problem.message;
    };
    expect(await problemOf(office)).toBe('No PDF was made: LibreOffice took longer than 1 seconds.');
    expect(await problemOf('/nowhere/soffice')).toContain('could not be started');
    expect(await problemOf('/bin/true')).toBe('No PDF was made: LibreOffice ended without writing one.');
  });
});
