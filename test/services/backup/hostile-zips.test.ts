import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectBackup } from '#services/backup/inspect-backup.ts';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { forgeBackup, listed, renameInZip } from '../../support/forge-backup.ts';
import { need } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'muster-hostile-'));
});

async function restoreBytes(bytes: Uint8Array, around: { contentBytes?: number } = {}) {
  const file = join(root, 'backup.zip');
  await writeFile(file, bytes);
  return restoreBackup({ file, folder: join(root, 'restored'), ...around });
}

/** Refused with these words, and nothing made anywhere. */
async function expectRefused(bytes: Uint8Array, words: RegExp | string) {
  const restored = await restoreBytes(bytes);
  expect(restored).toMatchObject({
    ok: false,
    problem: { code: 'not_a_backup', message: expect.stringMatching(words) },
  });
  expect(await inspectBackup(join(root, 'backup.zip'))).toEqual(restored);
  expect(await readdir(root)).toEqual(['backup.zip']);
}

const good = forgeBackup();
const mode = (value: number) => ({ os: 3, attrs: value * 65_536 });
const linkMode = 0o120777;
const folderMode = 0o040755;

describe('A zip that is right', () => {
  it('is restored', async () => {
    const { folder } = need(await restoreBytes(good));
    expect(await readFile(join(folder, 'plans/a.json'), 'utf8')).toBe('{}');
  });
});

describe('A name in a zip', () => {
  it.each([
    ['../outside', 'leads out'],
    ['plans/../../outside', 'leads out'],
    ['/etc/cron.d/x', 'absolute'],
    ['C:/x', 'colon'],
    ['plans/a.json:stream', 'colon'],
    ['..\\outside', 'backslash'],
    ['plans//a', 'leads out'],
    ['plans/./a', 'leads out'],
    ['plans/nul.txt', 'device'],
    ['COM1', 'device'],
    ['plans/a.', 'dot or a space'],
    ['plans/a ', 'dot or a space'],
    ['plans/a\u0000b', 'no name may hold'],
    ['plans/\u001b[2J', 'no name may hold'],
    ['x'.repeat(300), 'too long'],
  ])('is refused: %j', async (path, why) => {
    await expectRefused(forgeBackup({ files: { [path]: 'x' } }), why);
  });

  it.each(['../outside', '/outside', 'C:/outside'])('is refused where the manifest hides it: %s', async (name) => {
    await expectRefused(forgeBackup({ zip: { [name]: strToU8('x') } }), 'does not name');
  });

  it.each([['plans/A.json'], ['PLANS/b.json'], ['plans/a.json/b']])(
    'is refused beside plans/a.json: %s',
    async (path) => {
      await expectRefused(forgeBackup({ files: { 'plans/a.json': '{}', [path]: 'x' } }), 'twice');
    },
  );

  it('is refused when it stands in the zip twice, and when another writes it in other letters', async () => {
    const two = forgeBackup({ files: { 'plans/a.json': '{}', 'plans/b.json': '{}' } });
    await expectRefused(renameInZip(two, 'plans/b.json', 'plans/a.json'), 'twice');
    const composed = { '\u00fc.yaml': 'x', 'u\u0308.yaml': 'y' };
    await expectRefused(forgeBackup({ files: composed }), 'twice');
  });

  it('is refused as a folder, too', async () => {
    await expectRefused(forgeBackup({ manifest: { folders: ['../outside'] } }), 'leads out');
  });
});

describe('A zip with what no backup holds', () => {
  it.each([
    ['a link', linkMode],
    ['a folder', folderMode],
    ['a device', 0o020666],
  ])('is refused: %s', async (_, kind) => {
    const content = '/etc/passwd';
    const manifest = { files: [listed('plans/link', content)] };
    const zip = { 'workspace/plans/link': [strToU8(content), mode(kind)] as const };
    await expectRefused(forgeBackup({ files: {}, manifest, zip: zip as never }), 'is a link');
  });

  it('is refused: one file more than the manifest names, one less, and one of another length', async () => {
    await expectRefused(forgeBackup({ zip: { 'workspace/extra': strToU8('x') } }), 'does not name');
    await expectRefused(
      forgeBackup({ manifest: { files: [listed('plans/a.json', '{}'), listed('b', '')] } }),
      'is missing',
    );
    await expectRefused(
      forgeBackup({ manifest: { files: [{ ...listed('plans/a.json', '{}'), bytes: 3 }] } }),
      'length',
    );
    await expectRefused(
      forgeBackup({ manifest: { files: [listed('plans/a.json', '[]')] } }),
      'plans/a.json is damaged',
    );
  });

  it.each([
    ['of a newer version', { format: 2 }, 'newer version'],
    ['without a list', { files: null }, 'manifest.json is damaged'],
    ['of no format', { format: 'one' }, 'manifest.json is damaged'],
    ['with a length below nothing', { files: [{ ...listed('a', ''), bytes: -1 }] }, 'manifest.json is damaged'],
  ])('is refused: a manifest %s', async (_, manifest, why) => {
    await expectRefused(forgeBackup({ manifest }), why);
  });

  it('is refused: no manifest, and a manifest that is no text', async () => {
    await expectRefused(renameInZip(good, 'manifest.json', 'manifest.jsom'), 'manifest.json is missing');
    await expectRefused(
      forgeBackup({ zip: { 'manifest.json': new Uint8Array([0xff, 0xfe, 0]) } }),
      'manifest.json is damaged',
    );
  });
});

describe('A zip that unpacks to more than it says or than fits', () => {
  const zeros = new Uint8Array(64 << 20);

  it('is stopped at the length it gives', async () => {
    const bytes = Buffer.from(
      forgeBackup({ files: { bomb: zeros }, manifest: { files: [{ ...listed('bomb', ''), bytes: 10 }] } }),
    );
    const directory = bytes.readUInt32LE(bytes.length - 6);
    bytes.writeUInt32LE(10, directory + 24);
    await expectRefused(bytes, 'holds more than is said');
  });

  it('is refused before anything is unpacked when all together is more than any workspace', async () => {
    const restored = await restoreBytes(forgeBackup({ files: { bomb: zeros } }), { contentBytes: 1 << 20 });
    expect(restored).toMatchObject({ problem: { message: expect.stringContaining('more than any workspace') } });
    expect(await readdir(root)).toEqual(['backup.zip']);
  });

  it('is refused where two names share the same bytes', async () => {
    const bytes = Buffer.from(forgeBackup({ files: { a: 'x'.repeat(99), b: 'x'.repeat(99) } }));
    const directory = bytes.readUInt32LE(bytes.length - 6);
    const second = directory + 46 + 'workspace/a'.length;
    bytes.writeUInt32LE(bytes.readUInt32LE(directory + 42), second + 42);
    await expectRefused(bytes, 'overlap');
  });
});

describe('A file that is no zip', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['of zeros', new Uint8Array(4_096)],
    ['text', strToU8('This is a letter, and not a backup at all.')],
    ['a zip with words behind it', Buffer.concat([good, Buffer.from('behind')])],
    ['a zip with words before it', Buffer.concat([Buffer.from('before'), good])],
  ])('is refused: %s', async (_, bytes) => {
    await expectRefused(bytes, 'is not a whole backup');
  });

  it('is refused: a folder, and nothing at all', async () => {
    await mkdir(join(root, 'folder.zip'));
    for (const [file, code] of [
      ['folder.zip', 'not_a_backup'],
      ['none.zip', 'not_readable'],
    ] as const)
      expect(await restoreBackup({ file: join(root, file), folder: join(root, 'r') })).toMatchObject({
        problem: { code },
      });
    expect(await readdir(root)).toEqual(['folder.zip']);
  });

  it('is refused when it is cut short anywhere', async () => {
    for (let length = 0; length < good.length; length += 1) {
      await expect(restoreBytes(good.subarray(0, length))).resolves.toMatchObject({ ok: false });
    }
    expect(await readdir(root)).toEqual(['backup.zip']);
  });

  it('is refused with any bit flipped, or restored as it was', async () => {
    const whole = need(await restoreBytes(good));
    const expected = await readTree(whole.folder);
    let refused = 0;
    for (let bit = 0; bit < good.length * 8; bit += 7) {
      const bytes = Buffer.from(good);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const file = join(root, 'flipped.zip');
      await writeFile(file, bytes);
      const restored = await restoreBackup({ file, folder: join(root, `f${bit}`) });
      if (restored.ok) expect(await readTree(restored.value.folder)).toEqual(expected);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(good.length / 2);
  });
});
