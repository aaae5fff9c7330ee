import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

type Muster = Awaited<ReturnType<typeof openMuster>>;
type Script = 'q1-data-breach' | 'q2-ransomware' | 'q4-supply-chain';

const agree = (title: string): WindowCommand => ({ type: 'agree_action', item: { title } });
const end: WindowCommand = { type: 'end_exercise' };

/** A real exercise, whose actions go to the register that is not the one of samples. */
async function begin({ ask }: Muster, script: Script, previous?: string): Promise<string> {
  const filled = need(await ask.fill_plan({ script }));
  const plan = { ...filled, sample: false, plan: { ...filled.plan, ...(previous && { previous }) } };
  need(await ask.save_plan({ plan }));
  return need(await ask.start_exercise({ script })).exercise;
}

const give = async ({ ask }: Muster, exercise: string, command: WindowCommand) =>
  need(await ask.give_command({ exercise, command, pressedM: null }));

const registerOf = (workspace: string) => join(workspace, 'registers/action-items.json');

async function listRegistered(workspace: string): Promise<readonly object[]> {
  return JSON.parse(await readFile(registerOf(workspace), 'utf8')).content.actions;
}

describe('What was told of an action', () => {
  /** B says that the action of A is done, C a day later that it is open again. */
  async function toldTwice(daysLater: number) {
    const workspace = await newWorkspace();
    const { clock, pass } = handClock();
    const muster = await openMuster(workspace, clock);
    const a = await begin(muster, 'q4-supply-chain');
    for (const command of [agree('Write the list'), end]) await give(muster, a, command);
    const action = `${a}/AI-1`;
    const b = await begin(muster, 'q1-data-breach', a);
    await give(muster, b, end);
    await give(muster, b, { type: 'change_action_status', action, status: 'done', evidence: 'B says done' });
    pass(daysLater * 24 * 60);
    const c = await begin(muster, 'q2-ransomware', a);
    await give(muster, c, end);
    const reason = 'It came back';
    await give(muster, c, { type: 'change_action_status', action, status: 'open', evidence: 'C says open', reason });
    await muster.close();
    return { workspace, clock, a, b, c };
  }

  it.each([
    ['', 1],
    [', also where the clock was set back before it was', -1],
  ])('later stands when an older exercise is opened%s', async (_, daysLater) => {
    const { workspace, clock, a, b, c } = await toldTwice(daysLater);
    const again = await openMuster(workspace, clock);
    for (const exercise of [b, c, b, a]) need(await again.ask.open_exercise({ exercise }));
    await again.close();
    expect(await listRegistered(workspace)).toMatchObject([{ status: 'open', evidence: 'C says open' }]);
  });
});

describe('The number of an action', () => {
  it('is given once, also where the register was moved away and other exercises gave the ones before', async () => {
    const workspace = await newWorkspace();
    const { clock } = handClock();
    const muster = await openMuster(workspace, clock);
    const first = await begin(muster, 'q4-supply-chain');
    for (const command of [agree('First'), agree('Second'), { type: 'undo_last' }, end] as const)
      await give(muster, first, command);
    await rename(registerOf(workspace), `${registerOf(workspace)}.moved`);
    const second = await begin(muster, 'q4-supply-chain');
    for (const command of [agree('Third'), end]) await give(muster, second, command);
    await muster.close();
    const again = await openMuster(workspace, clock);
    const third = await begin(again, 'q4-supply-chain');
    await rename(registerOf(workspace), `${registerOf(workspace)}.moved`);
    for (const command of [agree('Fourth'), end]) await give(again, third, command);
    for (const exercise of [first, second]) need(await again.ask.open_exercise({ exercise }));
    await again.close();
    expect(await listRegistered(workspace)).toMatchObject([
      { title: 'Fourth', register_id: expect.stringMatching(/-004$/) },
      { title: 'First', register_id: expect.stringMatching(/-001$/) },
      { title: 'Third', register_id: expect.stringMatching(/-003$/) },
    ]);
  });
});

describe('The record of an exercise', () => {
  it('keeps what the one before it measured, and says so where that cannot be read', async () => {
    const workspace = await newWorkspace();
    const { clock, pass } = handClock();
    const told: string[] = [];
    const muster = await openMuster(workspace, clock);
    muster.application.onNotice((notice) => notice.type === 'notice' && told.push(notice.text));
    const first = await begin(muster, 'q4-supply-chain');
    await give(muster, first, { type: 'declare_milestone', milestone: 'incident_declared' });
    pass(4);
    await give(muster, first, { type: 'declare_milestone', milestone: 'containment_declared' });
    await give(muster, first, end);
    const second = await begin(muster, 'q2-ransomware', first);
    expect(await setupOf(workspace, second)).toHaveProperty('previous_measures', {
      exercise: first,
      scenario: 'Q4-SUPPLY',
      title: expect.any(String),
      held_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      rated: true,
      figures: expect.objectContaining({ time_to_contain: { value: 4, n: 1, of: 1 } }),
    });
    expect(told).toEqual([]);
    await give(muster, second, end);
    await rename(join(workspace, 'exercises', first, 'script.yaml'), join(workspace, 'script.yaml'));
    const third = await begin(muster, 'q1-data-breach', first);
    expect(await setupOf(workspace, third)).not.toHaveProperty('previous_measures');
    expect(told).toEqual([expect.stringContaining(`The measures of ${first} will not stand beside`)]);
    await muster.close();
  });
});

async function setupOf(workspace: string, exercise: string): Promise<object> {
  const journal = await readFile(join(workspace, 'exercises', exercise, 'journal-0001.jsonl'), 'utf8');
  const started = journal
    .split('\n')
    .map((line) => line && JSON.parse(line))
    .find(({ type }) => type === 'exercise_started');
  return started.data;
}
