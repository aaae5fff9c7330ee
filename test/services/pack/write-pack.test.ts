import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '#core/pack/pack.ts';
import { packNames } from '#core/pack/pack-names.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { writeInvitation } from '#services/pack/write-invitation.ts';
import { writePack } from '#services/pack/write-pack.ts';
import { realDisk } from '#services/saving/files.ts';
import { need } from '../../support/open-muster.ts';
import { packOf } from '../../support/pack.ts';
import { readQuarter } from '../../support/quarter-scripts.ts';
import { readWord, textOf, type WordParts } from '../../support/read-word.ts';

const files = packNames.map((name) => `${name}.docx`);
let scenario: Scenario;
beforeAll(async () => {
  scenario = await readQuarter('q1-data-breach');
});

const newFolder = () => mkdtemp(join(tmpdir(), 'muster-pack-'));
const readPaper = async (out: string, name: string): Promise<WordParts> => readWord(await readFile(join(out, name)));

async function write(edit?: (plan: Plan) => Plan): Promise<string> {
  const out = await newFolder();
  expect(need(await writePack({ pack: packOf(scenario, edit), out }))).toEqual(files);
  return out;
}

describe('The printed pack in Word', () => {
  let out: string;
  let pack: Pack;
  beforeAll(async () => {
    pack = packOf(scenario);
    out = await write();
  });

  test('is six files of strict XML that refer to nothing outside themselves', async () => {
    for (const name of files) {
      const parts = await readPaper(out, name);
      expect([...parts.values()].filter((xml) => xml.includes('TargetMode="External"'))).toEqual([]);
    }
  });

  test('gives every handout a page of its own with its number and marking at the foot, and no page number', async () => {
    const parts = await readPaper(out, 'exercise-handouts.docx');
    const feet = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(feet).toHaveLength(pack.handouts.length);
    const marks = feet.map(([name]) => textOf(parts, name));
    for (const { number } of pack.handouts)
      expect(marks.filter((mark) => new RegExp(`Handout ${number}\\b.*TLP:AMBER\\+STRICT`).test(mark))).toHaveLength(1);
    expect(feet.some(([, xml]) => xml.includes('NUMPAGES'))).toBe(false);
    const heads = [...parts].filter(([name]) => name.startsWith('word/header'));
    for (const [name] of heads)
      expect(textOf(parts, name)).toMatch(/EXERCISE – not a real incident.*TLP:AMBER\+STRICT/);
  });

  test('tells neither the script’s title nor its name to whoever looks at the properties of a handout', async () => {
    for (const name of files.slice(1)) {
      const parts = await readPaper(out, name);
      const everything = [...parts.values()].join('');
      for (const secret of [scenario.title, scenario.id, scenario.type, 'q1-data-breach'])
        expect(everything, name).not.toContain(secret);
    }
    const book = await readPaper(out, 'exercise-facilitator-book.docx');
    expect([...book.values()].join('')).toContain(scenario.title);
  });

  test('counts the pages of the facilitator book', async () => {
    const parts = await readPaper(out, 'exercise-facilitator-book.docx');
    expect(parts.get('word/footer1.xml')).toContain('NUMPAGES');
    expect(textOf(parts, 'word/footer1.xml')).toContain('Facilitator book · script Q1-EXFIL');
  });

  test('is the same bytes for the same plan', async () => {
    const again = await write();
    for (const name of files) expect(await readFile(join(again, name))).toEqual(await readFile(join(out, name)));
  });
});

describe('Hostile names in a plan', () => {
  test.each(['\u202Eevil\u202C مرحبا', '<w:p/> & "quotes" 🔥', 'x'.repeat(10_000)])(
    'stay text: %.20s',
    async (name) => {
      const out = await write((plan) => ({ ...plan, participants: [{ name, role: 'EXEC' }] }));
      const slips = await readPaper(out, 'exercise-private-slips.docx');
      expect(textOf(slips)).toContain(name);
    },
  );
});

describe('A disk that fails while the pack is written', () => {
  test('leaves the pack that was there before, whole, and nothing else', async () => {
    const out = await write();
    const before = await readFile(join(out, 'exercise-handouts.docx'));
    let renames = 0;
    const disk = {
      ...realDisk,
      rename: async (from: string, to: string) => {
        renames += 1;
        if (renames === 3) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return realDisk.rename(from, to);
      },
    };
    const other = packOf(scenario, (plan) => ({ ...plan, organisation: { ...plan.organisation, name: 'Other' } }));
    const outcome = await writePack({ pack: other, out, disk });
    expect(outcome).toMatchObject({ ok: false });
    expect(JSON.stringify(outcome)).toContain('its disk is full');
    expect((await readdir(out)).sort()).toEqual([...files].sort());
    expect(await readFile(join(out, 'exercise-handouts.docx'))).toEqual(before);
  });
});

describe('The invitation', () => {
  const at = (starts_at: string | null) => (plan: Plan) => ({ ...plan, starts_at });
  const organisation = { name: 'Wexcombe; Systems', time_zone: 'Europe/Berlin' };

  test('is a calendar entry of the whole time, in words that tell nothing of the story', () => {
    const plan = (before: Plan) => ({ ...at('2026-12-01T09:00')(before), organisation });
    const file = writeInvitation(packOf(scenario, plan)) ?? '';
    const lines = file.replaceAll(/\r\n /g, '').split('\r\n');
    expect(lines).toContain('DTSTART:20261201T080000Z');
    expect(lines).toContain('DTEND:20261201T100000Z'); // 105 minutes of play and 15 of hot wash
    expect(lines).toContain('SUMMARY:Security exercise\\, Wexcombe\\; Systems');
    for (const secret of [
      scenario.title,
      scenario.id,
      scenario.storyline,
      ...scenario.injects.map(({ title }) => title),
    ])
      expect(file).not.toContain(secret);
  });

  test('keeps its identity when the hour changes, and is not written while no day is set', async () => {
    const [first, moved] = ['2026-12-01T09:00', '2026-12-08T14:00'].map((when) =>
      writeInvitation(packOf(scenario, at(when))),
    );
    const uid = (file: string | null | undefined) => /^UID:.*$/m.exec(file ?? '')?.[0];
    expect(uid(first)).toBe(uid(moved));
    expect(writeInvitation(packOf(scenario, at('2026-12-01T09:00')))).toBe(first);
    expect(writeInvitation(packOf(scenario, at(null)))).toBeNull();
    const out = await newFolder();
    await writePack({ pack: packOf(scenario, at('2026-12-01T09:00')), out });
    expect(await readFile(join(out, 'exercise-invitation.ics'), 'utf8')).toBe(first);
  });
});
