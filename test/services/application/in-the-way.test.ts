import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { warnAboutSyncedFolder } from '#services/saving/workspace.ts';
import { canMount, mountSmall } from '../../support/faults/mount.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { readTree } from '../../support/read-tree.ts';

const script = 'q2-ransomware';
const observe = (text: string): WindowCommand => ({ type: 'record_observation', kind: 'fact', text });
const agree: WindowCommand = { type: 'agree_action', item: { title: 'Write the list' } };

async function started() {
  const workspace = await newWorkspace();
  const { clock, pass } = handClock();
  const muster = await openMuster(workspace, clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const give = (command: WindowCommand) => muster.ask.give_command({ exercise, command, pressedM: null });
  const look = async () => need(await muster.ask.open_exercise({ exercise }));
  return { workspace, exercise, give, look, pass, clock, ...muster };
}

describe('An exercise moved to another disk, with a link in its place', () => {
  it('is listed and opened like any other, and none is begun in its place', async () => {
    const { workspace, exercise, give, close } = await started();
    need(await give(observe('Kept')));
    need(await give({ type: 'end_exercise' }));
    await close();
    const elsewhere = join(await mkdtemp(join(tmpdir(), 'muster-elsewhere-')), exercise);
    await rename(join(workspace, 'exercises', exercise), elsewhere);
    await symlink(elsewhere, join(workspace, 'exercises', exercise));
    const before = await readTree(elsewhere);
    const again = await openMuster(workspace);
    expect(need(await again.ask.load_programme({})).exercises.map((line) => line.exercise)).toEqual([exercise]);
    expect(need(await again.ask.start_exercise({ script })).exercise).toBe(`${exercise}-2`);
    await again.close();
    expect(await readTree(elsewhere)).toEqual(before);
  });

  it('in whatever case its name is written, and whatever stands there, nothing of it is touched', async () => {
    const workspace = await newWorkspace();
    const exercises = join(workspace, 'exercises');
    const year = new Date().getFullYear();
    await mkdir(join(exercises, `${year}-Q2-Ransomware`), { recursive: true });
    await writeFile(join(exercises, `${year}-q2-ransomware-2`), 'somebody’s file');
    await symlink('nowhere', join(exercises, `${year}-q2-ransomware-3`));
    const { ask, close } = await openMuster(workspace);
    expect(need(await ask.start_exercise({ script })).exercise).toBe(`${year}-q2-ransomware-4`);
    const lines = need(await ask.load_programme({})).exercises;
    expect(lines.find((line) => line.exercise.endsWith('-3'))?.trouble).toContain('script.yaml');
    await close();
  });
});

describe('An action register that cannot be used', () => {
  it.each([
    ['empty', ''],
    ['of a newer version', '{"format":2}'],
  ])('%s keeps the action and says why, and keeps nothing else waiting', async (_, bytes) => {
    const { workspace, exercise, ask, give, look, close } = await started();
    const register = join(workspace, 'registers/action-items.samples.json');
    await mkdir(join(workspace, 'registers'), { recursive: true });
    await writeFile(register, bytes);
    expect(await give(agree)).toMatchObject({ problem: { code: 'kept_unsaved' } });
    need(await give(observe('Saved all the same')));
    const [waiting] = (await look()).unsaved;
    expect(waiting).toMatchObject({ text: 'Write the list', why: expect.stringContaining(register) });
    const { exercises, notices, openActions } = need(await ask.load_programme({}));
    expect(openActions).toEqual({ own: [], samples: null }); // not known is not none
    expect(exercises.map((line) => line.exercise)).toEqual([exercise]);
    expect(notices.join()).toContain(register);
    await rename(register, `${register}.bad`);
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    expect((await look()).events.map(({ type }) => type)).toEqual([
      'exercise_started',
      'observation_recorded',
      'action_agreed',
    ]);
    expect(need(await ask.load_programme({})).openActions).toEqual({
      own: [],
      samples: [
        {
          ...{ id: 'AI-2026Q2-001', title: 'Write the list', owner: 'nobody named', dueOn: null },
          ...{ exercise, exerciseTitle: 'Cold Restore' },
        },
      ],
    });
    need(await give({ type: 'end_exercise' }));
    await close();
  });
});

describe('A plan or a note that was damaged', () => {
  it('is set aside and begun anew, told, and stands in no other plan’s way', async () => {
    const workspace = await newWorkspace();
    await mkdir(join(workspace, 'plans'), { recursive: true });
    await writeFile(join(workspace, 'plans/q1-data-breach.json'), 'not JSON');
    await writeFile(join(workspace, 'plans/q4-supply-chain.json'), '{"format":2}');
    const { ask, notices, close } = await openMuster(workspace);
    need(await ask.fill_plan({ script }));
    const { scripts } = need(await ask.load_programme({}));
    expect(scripts.map(({ isPlanned, plan }) => [isPlanned, plan !== null])).toEqual([
      [true, false], // damaged
      [true, true],
      [false, false],
      [true, false], // of a newer version
    ]);
    need(await ask.load_plan({ script: 'q1-data-breach' }));
    expect(JSON.stringify(notices)).toContain('q1-data-breach.json is damaged; its bytes are kept in');
    const [kept] = await readdir(join(workspace, 'quarantine'));
    expect(await readFile(join(workspace, 'quarantine', kept ?? ''), 'utf8')).toBe('not JSON');
    need(await ask.fill_plan({ script: 'q1-data-breach' }));
    await close();
  });

  it('of what was being typed takes drafts again, which the next run finds', async () => {
    const { workspace, exercise, clock, close } = await started();
    await close();
    const folder = join(workspace, 'exercises', exercise);
    for (const name of await readdir(folder)) {
      if (name.startsWith('notes')) await writeFile(join(folder, name), 'not JSON');
    }
    for (const run of [1, 2]) {
      const muster = await openMuster(workspace, clock);
      const { drafts } = need(await muster.ask.open_exercise({ exercise }));
      expect(drafts).toEqual(run === 1 ? {} : { gap: { text: 'half' } });
      if (run === 1) need(await muster.ask.save_draft({ exercise, form: 'gap', draft: { text: 'half' } }));
      await muster.close();
    }
  });
});

describe('Of several exercises started at once', () => {
  it('one begins', async () => {
    const { ask, close } = await openMuster(await newWorkspace());
    const scripts = [script, script, 'q1-data-breach'];
    const answers = await Promise.all(scripts.map((one) => ask.start_exercise({ script: one })));
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, false]);
    expect(need(await ask.load_programme({})).exercises).toHaveLength(1);
    await close();
  });
});

describe('A journal that another program wrote in while it was open', () => {
  it('is opened anew once it is as before, and takes what waited', async () => {
    const { workspace, exercise, give, look, ask, pictures, close } = await started();
    need(await give({ type: 'release_inject', inject: 'Q2-010', already_done: false }));
    const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
    const { length } = await readFile(journal);
    await appendFile(journal, 'another program was here\n');
    expect(await give(observe('Waits'))).toMatchObject({ problem: { code: 'kept_unsaved' } });
    await truncate(journal, length);
    expect(await give(observe('Waits too'))).toMatchObject({ problem: { code: 'kept_unsaved' } });
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    expect((await look()).events.slice(2).map(({ data }) => data)).toMatchObject([
      { text: 'Waits' },
      { text: 'Waits too' },
    ]);
    expect(pictures.at(-1)).toMatchObject({ show: 'view' });
    await close();
  });

  it('loses nothing that is captured in the moment in which it is opened anew', async () => {
    const { workspace, exercise, give, look, ask, close } = await started();
    const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
    const { length } = await readFile(journal);
    await appendFile(journal, 'another program was here\n');
    await give(observe('Before'));
    await truncate(journal, length);
    const texts = Array.from({ length: 12 }, (_, at) => `Meanwhile ${at}`);
    const given = texts.flatMap((text, at) => [
      give(observe(text)).then((answer) => (answer.ok || answer.problem.code === 'kept_unsaved' ? [text] : [])),
      ...(at % 3 === 0 ? [ask.retry_unsaved({ exercise }).then(() => [])] : []),
    ]);
    const taken = (await Promise.all(given)).flat();
    expect(need(await ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    const saved = (await look()).events.map(({ data }) => ('text' in data ? data.text : ''));
    for (const text of ['Before', ...taken]) expect(saved.filter((one) => one === text)).toHaveLength(1);
    await close();
  });

  it('is opened anew where an editor put another file in its place', async () => {
    const { workspace, exercise, give, look, close } = await started();
    const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
    await cp(journal, `${journal}.edited`);
    await rename(`${journal}.edited`, journal);
    expect(await give(observe('Waits'))).toMatchObject({ problem: { code: 'kept_unsaved' } });
    expect((await look()).readOnly).toBeNull();
    need(await give(observe('Goes on')));
    expect((await look()).events.slice(1).map(({ data }) => data)).toMatchObject([
      { text: 'Waits' },
      { text: 'Goes on' },
    ]);
    await close();
  });
});

describe('A synced folder', () => {
  it('is told of through a link too', async () => {
    const home = await mkdtemp(join(tmpdir(), 'muster-home-'));
    await mkdir(join(home, 'Dropbox/Muster'), { recursive: true });
    await symlink(join(home, 'Dropbox/Muster'), join(home, 'mine'));
    expect(await warnAboutSyncedFolder(join(home, 'mine'))).toContain('Dropbox');
    expect(await warnAboutSyncedFolder(home)).toBeNull();
  });

  it.each([
    'OneDrive - Contoso',
    'Contoso Dropbox',
    'iCloudDrive',
    'Google Drive',
    'GoogleDrive-jo@contoso.example',
    'google-drive:host=contoso.example,user=jo',
    'Nextcloud',
    'ownCloud',
  ])('is known by its name: %s', async (name) => {
    expect(await warnAboutSyncedFolder(join('/home/jo', name, 'Muster'))).toContain(`lies in ${name},`);
  });

  it('is told of where only the exercises, or one of them, lie in it', async () => {
    const synced = join(await mkdtemp(join(tmpdir(), 'muster-home-')), 'Contoso Dropbox', '2026-one');
    await mkdir(synced, { recursive: true });
    const [all, one] = [await newWorkspace(), await newWorkspace()];
    await symlink(join(synced, '..'), join(all, 'exercises'));
    await mkdir(join(one, 'exercises'));
    await symlink(synced, join(one, 'exercises/2026-one'));
    expect(await warnAboutSyncedFolder(all)).toContain(`${join(all, 'exercises')} lies in Contoso Dropbox`);
    expect(await warnAboutSyncedFolder(one)).toContain(`${join(one, 'exercises/2026-one')} lies in Contoso Dropbox`);
  });
});

describe('A stick with too little room for a copy', () => {
  it.runIf(canMount)('is said, and no half of a journal lies on it', async () => {
    const stick = await mountSmall('size=256k');
    const { exercise, ask, give, close } = await started();
    need(await give(observe('x'.repeat(200_000))));
    const copied = await ask.save_copy({ exercise, folder: stick.folder });
    expect(copied).toMatchObject({ problem: { code: 'copy_not_saved', message: expect.stringContaining('ENOSPC') } });
    const names = (await readdir(stick.folder, { recursive: true })).filter((name) => name.includes('journal-'));
    expect(names).toEqual([]);
    await close();
    stick.unmount();
  });
});
