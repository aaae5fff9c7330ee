import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { ownFile } from '#services/own-files.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { makeJournalFolder } from '../../support/journal-folder.ts';

it('A journal that another process is writing is whole whenever it is verified, although its anchor moves on meanwhile', async () => {
  const folder = await makeJournalFolder();
  const writer = spawn(process.execPath, [ownFile('test/support/append-with-anchor.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(writer.stdout, 'data');
    const first = await verifyJournal(folder);
    for (let turn = 1; turn <= 12; turn += 1)
      expect([turn, await verifyJournal(folder)]).toMatchObject([turn, { ok: true }]);
    const last = await verifyJournal(folder);
    expect(last.ok && first.ok && last.events > first.events).toBe(true); // it was written all the while
  } finally {
    writer.kill('SIGKILL');
  }
});
