import { hash } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SavedEvent } from '#core/exercise/events.ts';
import { openJournal } from '#services/saving/journal.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';

let folder: string;
const file = () => join(folder, 'journal-0001.jsonl');
const script = 'id: sample\n';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
  await writeFile(join(folder, 'script.yaml'), script);
});

const observed = (seq: number): SavedEvent => ({
  seq,
  t: new Date(Date.UTC(2026, 2, 17, 9, seq)).toISOString(),
  m: seq * 60_000,
  s: 'test',
  type: 'observation_recorded',
  data: { observation: `OB${seq}`, text: `Überraschung\u2028${seq}`, kind: 'fact' },
});

async function reopen(...added: readonly SavedEvent[]) {
  const opened = await openJournal({ folder, exercise: '2026-sample', scriptSha256: hash('sha256', script) });
  for (const event of added) await opened.journal.append([event]);
  await opened.journal.close();
  return opened;
}

const fifty = Array.from({ length: 50 }, (_, index) => observed(index + 1));

describe('A journal', () => {
  test('gives back what was appended, and verifies', async () => {
    await reopen(...fifty);
    expect((await reopen()).events).toEqual(fifty);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 50 });
  });

  test('keeps every whole line wherever the last one was cut, keeps the rest beside it and goes on', async () => {
    await reopen(observed(1), observed(2));
    const start = (await readFile(file())).length;
    await reopen(observed(3));
    const whole = await readFile(file());
    const anchor = await readFile(join(folder, 'anchor.json'));
    for (let end = start + 1; end < whole.length - 1; end += 1) {
      await writeFile(file(), whole.subarray(0, end));
      await writeFile(join(folder, 'anchor.json'), anchor.toString().replace(/[\s\S]*/, '')); // a cut of what was never acknowledged
      expect((await reopen()).events).toHaveLength(2);
    }
    await writeFile(file(), whole.subarray(0, whole.length - 1));
    expect((await reopen()).events).toHaveLength(3);
    expect((await reopen(observed(4))).damage).toEqual([]);
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 4 });
  }, 60_000);

  test('reports whole last lines that are gone', async () => {
    await reopen(...fifty);
    const lines = (await readFile(file(), 'utf8')).split('\n');
    await writeFile(file(), `${lines.slice(0, -2).join('\n')}\n`);
    expect(await verifyJournal(folder)).toMatchObject({ ok: false, damage: [{ kind: 'behind_anchor', line: 51 }] });
    await expect(reopen(observed(50))).rejects.toThrow('for reading only');
  });

  test('stops when another program has written into it', async () => {
    const { journal } = await openJournal({ folder, exercise: '2026-sample', scriptSha256: 'x' });
    await journal.append([observed(1)]);
    await writeFile(file(), 'x', { flag: 'a' });
    await expect(journal.append([observed(2)])).rejects.toThrow('Another program has changed');
    await journal.close();
  });
});

describe('Verifying names the line', () => {
  const edits = [
    ['dropped', (lines: string[], at: number) => lines.toSpliced(at, 1)],
    ['doubled', (lines: string[], at: number) => lines.toSpliced(at, 0, lines[at] ?? '')],
    ['cut', (lines: string[], at: number) => lines.with(at, (lines[at] ?? '').slice(0, 40))],
    [
      'swapped with the next',
      (lines: string[], at: number) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''),
    ],
  ] as const;
  test.each(edits)('of every single line %s', { timeout: 60_000 }, async (name, edit) => {
    await reopen(...fifty);
    const lines = (await readFile(file(), 'utf8')).trimEnd().split('\n');
    const last = name.startsWith('swapped') ? 49 : 50;
    for (let at = 0; at <= last; at += 1) {
      await writeFile(file(), `${edit(lines, at).join('\n')}\n`);
      const verified = await verifyJournal(folder);
      const named = verified.ok ? [] : verified.damage.map(({ line }) => line);
      const isNamed = named.some((line) => Math.abs(line - (at + 1)) <= 1);
      expect([at, isNamed, named]).toEqual([at, true, named]);
    }
  });

  test('of 500 random bit flips', { timeout: 60_000 }, async () => {
    await reopen(...fifty);
    const whole = await readFile(file());
    const seed = Date.now();
    let random = seed % 2_147_483_647;
    for (let flip = 0; flip < 500; flip += 1) {
      random = (random * 48_271) % 2_147_483_647;
      const byte = random % whole.length;
      const flipped = Buffer.from(whole);
      flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (flip % 8));
      await writeFile(file(), flipped);
      const verified = await verifyJournal(folder);
      const line = whole.subarray(0, byte).filter((value) => value === 0x0a).length + 1;
      const named = verified.ok ? [] : verified.damage.map((damage) => damage.line);
      expect([`seed ${seed}`, byte, named.some((found) => Math.abs(found - line) <= 1)]).toEqual([
        `seed ${seed}`,
        byte,
        true,
      ]);
    }
  });
});
