import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '#services/scenario/load-scenario.ts';

const base = await readFile(join(import.meta.dirname, '../../fixtures/scripts/base.yaml'), 'utf8');

/** What is said of a script whose attachment is a link to `target`, of two files inside and outside its folder. */
async function checkLink(target: string): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'muster-links-'));
  const folder = join(root, 'scripts');
  await mkdir(folder);
  await writeFile(join(root, 'secret.csv'), 'name\n');
  await writeFile(join(folder, 'inside.csv'), 'name\n');
  await symlink(target, join(folder, 'hosts.csv'));
  await writeFile(join(folder, 'script.yaml'), base);
  const { diagnostics } = await loadScenario(join(folder, 'script.yaml'));
  return diagnostics.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

describe('An attachment that is a link', () => {
  test('to a file of the folder is taken', async () => {
    expect(await checkLink('inside.csv')).toEqual([]);
  });

  test('that leads out of the folder is refused where it stands', async () => {
    const lines = ["47:46: file: attachment hosts.csv of Hosts leads outside the script's folder"];
    expect(await checkLink('../secret.csv')).toEqual(lines);
  });

  test('to itself is refused', async () => {
    expect(await checkLink('hosts.csv')).toEqual(['47:46: file: attachment hosts.csv cannot be read (ELOOP)']);
  });
});
