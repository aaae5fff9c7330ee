import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packNames } from '#core/pack/pack-names.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { need, newWorkspace, openMuster, silentShell } from '../../support/open-muster.ts';

const script = 'q1-data-breach';
const folder = () => join(workspace, 'documents', `pack-${script}`);
let workspace: string;
let muster: Awaited<ReturnType<typeof openMuster>>;

beforeEach(async () => {
  workspace = await newWorkspace();
  await open();
});
afterEach(() => muster.close());

async function open(printPdf: (() => Promise<Uint8Array>) | null = null) {
  await muster?.close();
  muster = await openMuster(workspace, undefined, { ...silentShell, printPdf });
  need(await muster.ask.fill_plan({ script }));
}

describe('The printed pack of a saved plan', () => {
  it('is what a window is shown, and what the worker writes as Word files', async () => {
    const { papers } = need(await muster.ask.load_pack({ script }));
    expect(papers.map(({ name }) => name)).toEqual(packNames);
    const written = need(await muster.ask.write_pack({ script }));
    expect(written.folder).toBe(folder());
    expect(written.files.map(({ name }) => name)).toEqual(packNames.map((name) => `${name}.docx`));
    for (const { name, document } of papers.slice(1, 3))
      expect(await readFile(join(folder(), `${name}.docx`))).toEqual(Buffer.from(await writeWord(document)));
  });

  it('follows the plan', async () => {
    const plan = need(await muster.ask.load_plan({ script }));
    need(await muster.ask.save_plan({ plan: { ...plan, participants: [{ name: 'Zoë Ñandú', role: 'EXEC' }] } }));
    const { papers } = need(await muster.ask.load_pack({ script }));
    expect(JSON.stringify(papers)).toContain('Only for Zoë Ñandú, Executive sponsor.');
  });

  it('is refused with the minutes it needs where the musts do not fit, and nothing is written', async () => {
    const plan = need(await muster.ask.load_plan({ script }));
    need(await muster.ask.save_plan({ plan: { ...plan, plan: { ...plan.plan, length_min: 30 } } }));
    for (const answer of [await muster.ask.load_pack({ script }), await muster.ask.write_pack({ script })]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: 'unplayable' } });
      expect(JSON.stringify(answer)).toMatch(/the musts need \d+ minutes/);
    }
    expect(await readdir(workspace)).not.toContain('documents');
  });

  it('is asked of scripts and papers that there are', async () => {
    expect(await muster.ask.load_pack({ script: '../../etc' })).toMatchObject({ problem: { code: 'unknown_script' } });
    const paper = '../exercise-handouts' as (typeof packNames)[number];
    expect(await muster.ask.save_pack_pdf({ script, paper })).toMatchObject({ problem: { code: 'bad_request' } });
  });
});

describe('A paper as PDF', () => {
  const paper = 'exercise-handouts';

  it('is printed by the browser where Muster runs in one', async () => {
    expect(await muster.ask.save_pack_pdf({ script, paper })).toMatchObject({ problem: { code: 'no_pdf' } });
  });

  it('is saved beside the Word files where the shell can print its window, in the place of none but an earlier one', async () => {
    await open(async () => new TextEncoder().encode('%PDF-1.4 of the window'));
    const { file } = need(await muster.ask.save_pack_pdf({ script, paper }));
    expect(file).toBe(join(folder(), 'exercise-handouts.pdf'));
    expect(await readFile(file, 'utf8')).toBe('%PDF-1.4 of the window\n% written by Muster\n');
    expect(await muster.ask.save_pack_pdf({ script, paper })).toMatchObject({ ok: true });
    await writeFile(file, '%PDF-1.4 of somebody else');
    expect(await muster.ask.save_pack_pdf({ script, paper })).toMatchObject({ ok: false });
  });

  it('is not half there where printing fails, and that is said', async () => {
    await open(async () => Promise.reject(new Error('the window is gone')));
    const answer = await muster.ask.save_pack_pdf({ script, paper });
    expect(answer).toMatchObject({ problem: { message: 'The PDF was not made: the window is gone.' } });
    expect(await readdir(workspace)).not.toContain('documents');
  });
});
