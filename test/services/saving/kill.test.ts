import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openJournal } from '#services/saving/journal.ts';

const child = join(import.meta.dirname, '../../support/append-captures.ts');
const script = 'id: killed\n';

/** Kills the appending process after so many acknowledgements and gives the last number it had shown as saved. */
function killAfter(folder: string, acknowledgements: number): Promise<number> {
  return new Promise((resolve) => {
    const appending = spawn(process.execPath, [child, folder, hash('sha256', script)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    appending.stdout.on('data', (bytes) => {
      said += bytes;
      if (said.split('\n').length > acknowledgements) appending.kill('SIGKILL');
    });
    appending.on('close', () => resolve(Number(said.trim().split('\n').at(-1))));
  });
}

test('Ten random kills lose no acknowledged capture', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  await writeFile(join(folder, 'script.yaml'), script);
  for (let round = 1; round <= 10; round += 1) {
    const acknowledged = await killAfter(folder, 1 + Math.floor(Math.random() * 150));
    const { events, damage, journal } = await openJournal({
      folder,
      exercise: '2026-killed',
      scriptSha256: hash('sha256', script),
    });
    await journal.close();
    expect(acknowledged).toBeGreaterThan(0);
    expect(damage).toEqual([]);
    expect(events.length).toBeGreaterThanOrEqual(acknowledged);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  }
});
