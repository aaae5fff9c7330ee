import { appendFile, cp, mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';
const observe = (text: string): WindowCommand => ({ type: 'record_observation', kind: 'fact', text });

async function started() {
  const workspace = await newWorkspace();
  const { clock } = handClock();
  const muster = await openMuster(workspace, clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const folder = join(workspace, 'exercises', exercise);
  const give = (text: string) => muster.ask.give_command({ exercise, command: observe(text), pressedM: null });
  const look = async () => need(await muster.ask.open_exercise({ exercise }));
  const texts = async () => (await look()).events.flatMap(({ data }) => ('text' in data ? [data.text] : []));
  return {
    workspace,
    clock,
    exercise,
    folder,
    journal: join(folder, 'journal-0001.jsonl'),
    give,
    look,
    texts,
    ...muster,
  };
}

/** Two entries, of which the second is then gone from the disk. */
async function withOlderCopy(putBack: (journal: string, older: Buffer) => Promise<void>) {
  const muster = await started();
  need(await muster.give('Kept'));
  const older = await readFile(muster.journal);
  need(await muster.give('Shown as saved'));
  await putBack(muster.journal, older);
  return { ...muster, older };
}

describe('What was shown as saved and is gone from the journal', () => {
  it.each<[string, (journal: string, older: Buffer) => Promise<void>]>([
    ['an editor saves an older copy over it', writeFile],
    [
      'an editor puts an older copy in its place',
      async (journal, older) => {
        await writeFile(`${journal}.edited`, older);
        await rename(`${journal}.edited`, journal);
      },
    ],
    ['it is emptied', (journal) => truncate(journal, 0)],
    ['it is deleted', (journal) => rm(journal)],
    ['it is cut in the middle of a line', (journal, older) => truncate(journal, older.length + 40)],
  ])('is written again when %s', async (_, putBack) => {
    const { exercise, folder, give, look, texts, ask, close } = await withOlderCopy(putBack);
    expect(await give('Waits')).toMatchObject({ problem: { code: 'kept_unsaved' } });
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    const { readOnly, notices } = await look();
    expect([readOnly, notices.join()]).toEqual([
      null,
      expect.stringMatching(/shown as saved, had gone.+written again/),
    ]);
    expect(await texts()).toEqual(['Kept', 'Shown as saved', 'Waits']);
    await close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 4 });
  });

  it('is kept beside it, in words and whole, where a second program has written something else there, and is told', async () => {
    const { workspace, clock, exercise, folder, journal, give, look, texts, ask, close } = await started();
    need(await give('Kept'));
    const second = `${workspace}-second`;
    await cp(workspace, second, { recursive: true });
    const other = await openMuster(second, clock);
    const command = observe('Of the second program');
    need(await other.ask.give_command({ exercise, command, pressedM: null }));
    await other.close();
    for (const text of ['Shown as saved', 'And this']) need(await give(text));
    await cp(join(second, 'exercises', exercise, 'journal-0001.jsonl'), journal);
    expect(await give('Waits')).toMatchObject({ problem: { code: 'kept_unsaved' } });
    expect((await look()).readOnly).toContain('damaged'); // the anchor knows of more
    const kept = join(folder, 'quarantine/entries-3-to-4.txt');
    expect((await look()).notices.join()).toContain(`kept, in words and whole, in ${kept}`);
    need(await ask.continue_exercise({ exercise }));
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    const damaged = expect.stringContaining('The record was damaged');
    expect(await texts()).toEqual(['Kept', 'Of the second program', damaged, 'Waits']);
    const text = await readFile(kept, 'utf8');
    for (const words of ['Shown as saved', 'And this']) expect(text.match(new RegExp(words, 'g'))).toHaveLength(2);
    const { folder: copy } = need(
      await ask.save_copy({ exercise, folder: await mkdtemp(join(tmpdir(), 'muster-copy-')) }),
    );
    expect(await readFile(join(copy, 'quarantine/entries-3-to-4.txt'), 'utf8')).toBe(text);
    await close();
    expect(await readFile(journal, 'utf8')).not.toContain('Shown as saved');
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 5 });
  });

  it('is kept beside it where the journal is damaged before it', async () => {
    const { folder, journal, give, look, ask, exercise, close } = await started();
    for (const text of ['First', 'Second', 'Third']) need(await give(text));
    const bytes = await readFile(journal, 'utf8');
    await writeFile(journal, bytes.replace('"Second"', '"2nd"'));
    expect(await give('Waits')).toMatchObject({ problem: { code: 'kept_unsaved' } });
    const { readOnly, notices, unsaved } = await look();
    expect(readOnly).toContain('damaged at journal-0001.jsonl, line 4');
    expect(notices.join()).toContain('Entry 3, shown as saved, is not in the journal any more');
    expect(await readFile(join(folder, 'quarantine/entries-3-to-3.txt'), 'utf8')).toContain('Second');
    expect(unsaved.map(({ text }) => text)).toEqual(['Waits']);
    expect(need(await ask.continue_exercise({ exercise }))).toMatchObject({ recovered: 1 });
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    await close();
  });

  it('is looked for when Muster ends, although nothing was captured since', async () => {
    const { folder, close } = await withOlderCopy(writeFile);
    await close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: 3 });
  });
});

describe('An exercise that cannot be opened anew', () => {
  it('still shows what waits, saves a copy of it, keeps what is captured, and saves all of it once it can', async () => {
    const { exercise, folder, journal, give, look, texts, ask, close } = await started();
    need(await give('Saved'));
    const { size } = await stat(journal);
    await appendFile(journal, 'x');
    await give('Waits');
    const script = join(folder, 'script.yaml');
    await rename(script, `${script}.away`);
    const opened = await look();
    expect(opened.unsaved.map(({ text }) => text)).toEqual(['Waits']);
    expect(opened.notices.join()).toContain('script.yaml');
    expect(await give('Waits too')).toMatchObject({ problem: { code: 'kept_unsaved' } });
    const { folder: copy } = need(
      await ask.save_copy({ exercise, folder: await mkdtemp(join(tmpdir(), 'muster-copy-')) }),
    );
    const lines = (await readFile(join(copy, 'entries.txt'), 'utf8'))
      .split('\n')
      .filter((line) => /Saved|Waits/.test(line));
    expect(lines).toMatchObject(
      [/Saved/, /NOT SAVED YET {2}Waits/, /NOT SAVED YET {2}Waits too/].map((one) => expect.stringMatching(one)),
    );
    await rename(`${script}.away`, script);
    await truncate(journal, size);
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    expect(await texts()).toEqual(['Saved', 'Waits', 'Waits too']);
    await close();
  });
});

describe('Muster that ends while captures wait', () => {
  it('says word by word what no disk takes, and nothing where it is kept beside the journal', async () => {
    const { workspace, clock, exercise, journal, give, close } = await started();
    await appendFile(journal, 'x');
    await give('Kept beside it');
    expect(await close()).toEqual({ told: [], isAllKept: true });
    const again = await openMuster(workspace, clock);
    const { unsaved } = need(await again.ask.open_exercise({ exercise }));
    expect(unsaved.map(({ text }) => text)).toEqual(['Kept beside it']);
    await rename(workspace, `${workspace}-away`);
    const ended = await again.close();
    expect(ended.isAllKept).toBe(false);
    expect(ended.told.join('\n')).toMatch(/NOT SAVED, and it could not be kept.*\nT\+0 {2}Kept beside it/);
  });
});
