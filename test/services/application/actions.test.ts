import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RegisterShown } from '#contract/actions.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

type Muster = Awaited<ReturnType<typeof openMuster>>;
let workspace: string;
let muster: Muster;
let exercise: string;

const give = async (command: WindowCommand) =>
  need(await muster.ask.give_command({ exercise, command, pressedM: null }));

async function ownRegister(): Promise<RegisterShown> {
  const { own } = need(await muster.ask.load_actions({}));
  if (!own) throw new Error('the register cannot be read');
  return own;
}

const registerFile = () => join(workspace, 'registers/action-items.json');
const agree = (title: string, owner_name: string): WindowCommand => ({
  type: 'agree_action',
  item: { title, owner_name, due_on: '2026-04-16' },
});

beforeEach(async () => {
  workspace = await newWorkspace();
  muster = await openMuster(workspace, handClock().clock);
  const plan = { ...need(await muster.ask.fill_plan({ script: 'q4-supply-chain' })), sample: false };
  need(await muster.ask.save_plan({ plan }));
  exercise = need(await muster.ask.start_exercise({ script: 'q4-supply-chain' })).exercise;
  await give(agree('Write the list', 'Jo Berg'));
  await give(agree('Buy a line', 'Nobody We Know'));
  await give({ type: 'end_exercise' });
});

const change = (number: number, fields: Parameters<Muster['ask']['change_action']>[0]['change']) =>
  muster.ask.change_action({ isSample: false, origin: `${exercise}/AI-${number}`, change: fields });

describe('The actions of a workspace', () => {
  it('are verified by somebody else, on the disk, and the next window has it', async () => {
    const evidence = 'Seen on 17 March';
    const refused = await change(1, { is: 'status', status: 'verified', evidence, verified_by: 'jo berg' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'self_verified' } });
    need(await change(1, { is: 'status', status: 'verified', evidence, verified_by: 'Sam Reyes' }));
    const saved = JSON.parse(await readFile(registerFile(), 'utf8')).content.actions;
    expect(saved).toMatchObject([
      { title: 'Write the list', status: 'verified', evidence, verified_by: 'Sam Reyes', verified_on: '2026-03-17' },
      { title: 'Buy a line', status: 'open' },
    ]);
    expect((await ownRegister()).actions).toEqual(saved);
    await muster.close();
  });

  it('keep every one of many changes that come at once, from windows and from the exercise', async () => {
    const keys = Array.from({ length: 8 }, (_, at) => `OPS-${at}`);
    await Promise.all([
      ...keys.map((external_key) => change(1, { is: 'link', external_key })),
      change(2, { is: 'status', status: 'blocked' }),
      give(agree('A third', 'Jo Berg')),
    ]);
    const { actions } = await ownRegister();
    expect(actions.map(({ title, status }) => [title, status])).toEqual([
      ['Write the list', 'open'],
      ['Buy a line', 'blocked'],
      ['A third', 'open'],
    ]);
    expect(JSON.parse(await readFile(registerFile(), 'utf8')).content.actions).toEqual(actions);
    await muster.close();
  });

  it('are shown from the journals where the register missed them, and are changed all the same', async () => {
    const saved = JSON.parse(await readFile(registerFile(), 'utf8'));
    await muster.close();
    for (const name of await readdir(join(workspace, 'registers')))
      if (name.startsWith('action-items')) await writeFile(join(workspace, 'registers', name), '');
    muster = await openMuster(workspace, handClock().clock);
    const { own, notices } = need(await muster.ask.load_actions({}));
    expect(own).toBeNull();
    expect(notices.join(' ')).toContain('Until then its actions are not shown; every exercise keeps its own.');
    await muster.close();
    await rm(join(workspace, 'registers'), { recursive: true });
    muster = await openMuster(workspace, handClock().clock);
    expect((await ownRegister()).actions).toEqual(saved.content.actions);
    need(await change(2, { is: 'status', status: 'in_progress' }));
    expect((await ownRegister()).actions.map(({ status }) => status)).toEqual(['open', 'in_progress']);
    await muster.close();
  });

  it('know whose name is on a roster, and who left', async () => {
    const { rosters, left } = await ownRegister();
    expect([rosters.includes('Nobody We Know'), rosters.length > 0, left]).toEqual([false, true, []]);
    const marked = await muster.ask.mark_owner_left({ isSample: false, name: 'Jo Berg', hasLeft: true });
    expect(need(marked).left).toEqual(['Jo Berg']);
    const back = await muster.ask.mark_owner_left({ isSample: false, name: 'JO BERG', hasLeft: false });
    expect([need(back).left, (await ownRegister()).left]).toEqual([[], []]);
    await muster.close();
  });

  it('are written for a tracker, those that were chosen, into a folder of its own', async () => {
    const asked = { isSample: false, origins: [`${exercise}/AI-2`, 'gone/AI-9'], bom: false, dueField: null };
    const { folder, files } = need(await muster.ask.export_actions({ ...asked, target: 'azure' }));
    expect([folder, files.map(({ name }) => name)]).toEqual([
      join(workspace, 'documents/actions/azure'),
      ['azure-boards.csv'],
    ]);
    const text = await readFile(join(folder, 'azure-boards.csv'), 'utf8');
    expect([text.includes('Buy a line'), text.includes('Write the list')]).toEqual([true, false]);
    const refused = await muster.ask.export_actions({ ...asked, target: 'azure', dueField: 'Title' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'bad_mapping' } });
    await muster.close();
  });

  it('of samples stay apart', async () => {
    need(await muster.ask.open_sample({ script: 'q1-data-breach' }));
    const { own, samples } = need(await muster.ask.load_actions({}));
    expect(own?.actions.map(({ title }) => title)).toEqual(['Write the list', 'Buy a line']);
    expect(samples?.actions.length).toBeGreaterThan(2);
    expect(Object.keys(samples?.titles ?? {})).toHaveLength(1);
    await muster.close();
  });
});
