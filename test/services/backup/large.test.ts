import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ownFile } from '#services/own-files.ts';
import { makeBackedWorkspace } from '../../support/backup-workspace.ts';
import { readTree } from '../../support/read-tree.ts';

const run = promisify(execFile);
const mb = 1 << 20;

describe('A workspace with 10,000 events and 128 MB of documents', () => {
  it('is backed up and restored in bounded memory, and comes back whole', async () => {
    const { root, workspace } = await makeBackedWorkspace(10_000);
    const documents = [
      ['slides.docx', 24, randomBytes(mb)],
      ['recording.bin', 8, randomBytes(mb)],
      ['log.txt', 96, Buffer.alloc(mb, 'a')],
    ] as const;
    for (const [name, length, piece] of documents) {
      const file = await open(join(workspace, 'documents', name), 'w');
      for (let count = 0; count < length; count += 1) await file.write(piece);
      await file.close();
    }
    const { stdout } = await run(process.execPath, [ownFile('test/support/measure-backup.ts'), workspace, root]);
    const { grownMb, notices } = JSON.parse(stdout) as { grownMb: number; notices: string[] };
    expect(notices).toEqual([]);
    expect(grownMb).toBeLessThan(100);
    expect(await readTree(join(root, 'r'))).toEqual(await readTree(workspace));
  });
});
