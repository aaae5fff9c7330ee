import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { inspectBackup } from '#services/backup/inspect-backup.ts';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';
const observe = (text: string): WindowCommand => ({ type: 'record_observation', kind: 'fact', text });
const pipeWords = 'is a pipe or a device, where a file belongs';

let whole: string;
let exercise: string;
beforeAll(async () => {
  whole = await newWorkspace();
  const { ask, close } = await openMuster(whole);
  need(await ask.fill_plan({ script }));
  exercise = need(await ask.start_exercise({ script })).exercise;
  need(await ask.give_command({ exercise, command: observe('First'), pressedM: null }));
  await close();
});

async function makePipe(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  execFileSync('mkfifo', [path]);
  return path;
}

/** The workspace with a pipe at that place, open. */
async function piped(place: (exercise: string) => string) {
  const workspace = await newWorkspace();
  await cp(whole, workspace, { recursive: true });
  const pipe = await makePipe(join(workspace, place(exercise)));
  return { workspace, pipe, ...(await openMuster(workspace)) };
}

describe.runIf(process.platform !== 'win32')('A pipe', () => {
  it.each([
    ['an anchor', (name: string) => `exercises/${name}/anchor.json`],
    ['notes', (name: string) => `exercises/${name}/notes.json`],
    ['the register', () => 'registers/action-items.samples.json'],
    ['a plan', () => 'plans/q1-data-breach.json'],
    ['the settings', () => 'settings.json'],
  ])('in place of %s keeps nothing waiting', async (_, place) => {
    const { workspace, ask, close } = await piped(place);
    need(await ask.load_programme({}));
    expect(need(await ask.open_exercise({ exercise })).readOnly).toBeNull();
    need(await ask.give_command({ exercise, command: observe('Second'), pressedM: null }));
    await ask.load_plan({ script: 'q1-data-breach' });
    await verifyJournal(join(workspace, 'exercises', exercise));
    await close();
  });

  it('in place of the register is named with its path', async () => {
    const { pipe, ask, close } = await piped(() => 'registers/action-items.samples.json');
    expect(need(await ask.load_programme({})).notices.join()).toContain(`${pipe} ${pipeWords}`);
    await close();
  });

  it('in place of a segment is named, and the exercise goes on behind it', async () => {
    const { ask, close } = await piped((name) => `exercises/${name}/journal-0002.jsonl`);
    const said = expect.stringContaining('journal-0002.jsonl, line 1 (unreadable)');
    expect(need(await ask.open_exercise({ exercise })).readOnly).toEqual(said);
    need(await ask.continue_exercise({ exercise }));
    need(await ask.give_command({ exercise, command: observe('Second'), pressedM: null }));
    await close();
  });

  it('given as a backup is named', async () => {
    const pipe = await makePipe(join(await newWorkspace(), 'backup.zip'));
    const problem = { code: 'not_a_backup', message: `${pipe} ${pipeWords}.` };
    expect(await inspectBackup(pipe)).toMatchObject({ problem });
    expect(await restoreBackup({ file: pipe, folder: join(await newWorkspace(), 'new') })).toMatchObject({ problem });
  });
});
