import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { badBytes } from '../support/faults/bad-input.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { need, newWorkspace, openMuster } from '../support/open-muster.ts';

const trials = countTrials('37, 38', import.meta.filename, 11);

/** A workspace whose tour was shown, so that it has settings and a version before them. */
async function makeShown(): Promise<{ workspace: string; settings: string }> {
  const workspace = await newWorkspace();
  for (const _ of [1, 2]) {
    const { ask, close } = await openMuster(workspace);
    need(await ask.mark_tour_shown({}));
    await close();
  }
  return { workspace, settings: join(workspace, 'settings.json') };
}

async function openProgramme(workspace: string) {
  const { ask, close, application, notices } = await openMuster(workspace);
  await application.theme(); // a page asks for it before anybody listens
  notices.length = 0;
  const programme = need(await ask.load_programme({}));
  const shown = await ask.mark_tour_shown({});
  await close();
  return { ...programme, shown, told: JSON.stringify(notices) };
}

describe('Row 37, damaged settings', () => {
  it.each(badBytes)('that are %s keep nobody from the programme, and their bytes stay', async (_, spoil) => {
    const { workspace, settings } = await makeShown();
    const bytes = spoil(await readFile(settings));
    await writeFile(settings, bytes);
    const programme = await openProgramme(workspace);
    expect(programme.scripts.length).toBeGreaterThan(3);
    expect(programme.shown.ok).toBe(true);
    expect(programme.told).toContain('settings.json');
    const kept = join(workspace, 'quarantine');
    const all = await Promise.all((await readdir(kept)).map((name) => readFile(join(kept, name))));
    expect(all.some((found) => found.equals(bytes))).toBe(true);
    expect((await openProgramme(workspace)).isTourNew).toBe(false);
    trials.count('damaged settings');
  });

  it('whose place is taken by a folder keep nobody from the programme, and the folder stays', async () => {
    const { workspace, settings } = await makeShown();
    await rm(settings);
    await mkdir(settings);
    const programme = await openProgramme(workspace);
    expect(programme.scripts.length).toBeGreaterThan(3);
    expect(programme.shown).toMatchObject({ ok: false, problem: { message: expect.stringContaining(settings) } });
    expect(await readdir(settings)).toEqual([]);
    trials.count('places taken');
  });
});

describe('Row 38, settings of a newer format', () => {
  it('are not written over, and the tour waits until it is asked for', async () => {
    const { workspace, settings } = await makeShown();
    const newer = `${JSON.stringify({ format: 2, content: 'of tomorrow' })}\n`;
    await writeFile(settings, newer);
    const programme = await openProgramme(workspace);
    expect(programme.isTourNew).toBe(false);
    expect(programme.shown).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('was made by a newer version of Muster') },
    });
    expect(await readFile(settings, 'utf8')).toBe(newer);
    trials.count('newer settings');
  });
});
