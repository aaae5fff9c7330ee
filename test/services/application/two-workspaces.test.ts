import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openNotes } from '#services/application/open-notes.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { continueJournal } from '#services/saving/continue-journal.ts';
import { openJournal } from '#services/saving/journal.ts';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

const script = 'q2-ransomware';
const gap = (title: string) => ({ type: 'record_gap' as const, title, evidence: [] });

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** An exercise of one workspace, with a link to it in another. */
async function linked() {
  const [own, other] = [await newWorkspace(), await newWorkspace()];
  const { ask, close } = await openMuster(own);
  need(await ask.fill_plan({ script }));
  const { exercise } = need(await ask.start_exercise({ script }));
  need(await ask.give_command({ exercise, command: gap('First'), pressedM: null }));
  await close();
  const folder = join(own, 'exercises', exercise);
  await mkdir(join(other, 'exercises'));
  await symlink(folder, join(other, 'exercises', exercise));
  return { folder, other, exercise };
}

/** Another process that has it open for writing. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const holder = join(import.meta.dirname, '../../support/hold-exercise.ts');
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  expect(String(said).trim()).toBe('held');
  return child;
}

describe('An exercise behind a link, written by another process', () => {
  it('is opened for reading only, with who has it; once that ends it is written again', async () => {
    const { folder, other, exercise } = await linked();
    const notes = await openNotes(folder, () => {});
    const waiting = { t: '2026-03-17T09:00:00.000Z', m: 1, type: 'gap_recorded', text: 'Waits', why: null } as const;
    await notes.change((draft) => void draft.unsaved.push({ ...waiting, command: gap('Waits') })); // of the other process
    const child = await holdElsewhere(folder);
    const before = await readTree(folder);
    const { ask, close } = await openMuster(other);
    const { readOnly } = need(await ask.open_exercise({ exercise }));
    expect(readOnly).toContain(`is open in another workspace, held by process ${child.pid} since 20`);
    const given = { exercise, command: gap('Second'), pressedM: null };
    expect(await ask.give_command(given)).toMatchObject({ problem: { code: 'read_only' } });
    need(await ask.save_draft({ exercise, form: 'gap', draft: 'half' }));
    await close();
    expect(await readTree(folder)).toEqual(before);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = await openMuster(other);
    expect(need(await again.ask.open_exercise({ exercise })).readOnly).toBeNull();
    need(await again.ask.give_command(given));
    await again.close();
  });

  it('is not gone on with after damage either', async () => {
    const { folder, other, exercise } = await linked();
    const { journal: read, scriptSha256 } = need(await readExercise(other, exercise));
    await holdElsewhere(folder);
    const damage = [{ file: 'journal-0001.jsonl', line: 3, time: null, kind: 'changed' } as const];
    const going = continueJournal({ folder, exercise, scriptSha256, read, damage, events: [] });
    await expect(going).rejects.toThrow('is open in another workspace');
  });

  it('that wrote between the reading and the opening is not cut back', async () => {
    const { folder, exercise } = await linked();
    const { journal: read, damage, scriptSha256 } = need(await readExercise(join(folder, '../..'), exercise));
    const first = await openJournal({ folder, exercise, scriptSha256 });
    const { t, m, s } = first.events[1] ?? { t: '', m: 0, s: '' };
    const data = { observation: 'OB1', text: 'Meanwhile', kind: 'fact' } as const;
    await first.journal.append([{ seq: 3, t, m, s, type: 'observation_recorded', data }]);
    await first.journal.close();
    const bytes = await readFile(join(folder, 'journal-0001.jsonl'));
    const opened = await openJournal({ folder, exercise, scriptSha256, read, damage });
    expect(opened.readOnly).toContain('was changed while it was opened');
    await opened.journal.close();
    expect(await readFile(join(folder, 'journal-0001.jsonl'))).toEqual(bytes);
  });
});
