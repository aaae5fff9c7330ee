import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';

it('What is written while an exercise runs is stopped when asked: captures go on, earlier documents stay, and all can be written after', async () => {
  const workspace = await newWorkspace();
  const { ask, close } = await openMuster(workspace, handClock().clock);
  need(await ask.fill_plan({ script }));
  const { exercise } = need(await ask.start_exercise({ script }));
  const before = need(await ask.write_documents({ exercise }));
  const report = join(before.folder, 'timeline.csv');
  const earlier = await readFile(report, 'utf8');
  const command = { type: 'record_observation', kind: 'fact', text: 'Said meanwhile' } as const;

  const writing = ask.write_documents({ exercise });
  const captured = await ask.give_command({ exercise, command, pressedM: null });
  expect(captured.ok).toBe(true);
  need(await ask.cancel_documents({ exercise }));
  expect(await writing).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  expect(await readFile(report, 'utf8')).toBe(earlier);
  expect((await readdir(before.folder)).sort()).toEqual(before.files.map(({ name }) => name).sort());

  const binder = need(await ask.write_binder({ exercise }));
  expect(binder.files.map(({ name }) => name)).toContain(`${exercise}-binder.zip`);
  need(await ask.write_documents({ exercise }));
  expect(await readFile(report, 'utf8')).toContain('Said meanwhile');
  await close();
}, 240_000); // four workers, each of which reads the sources anew
