import { expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

it('Nobody signs or approves on a day that has not come, nor moves a signature to one', async () => {
  const { clock } = handClock();
  const { ask, close } = await openMuster(await newWorkspace(), clock);
  need(await ask.save_plan({ plan: need(await ask.fill_plan({ script: 'q1-data-breach' })) }));
  const { exercise } = need(await ask.start_exercise({ script: 'q1-data-breach' }));
  const give = (command: WindowCommand) => ask.give_command({ exercise, command, pressedM: null });
  need(await give({ type: 'end_exercise' }));
  const today = new Date(clock.wallMs()).toISOString().slice(0, 10);
  const sign = (on: string) => give({ type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on });
  const refused = { ok: false, problem: { code: 'date_in_future' } };
  expect(await sign('2099-03-01')).toMatchObject(refused);
  expect(
    await give({ type: 'approve_summary', name: 'Tom Becker', role: 'COMMS', on: '2099-03-01', tlp: 'TLP:GREEN' }),
  ).toMatchObject(refused);
  const { position } = need(await sign(today));
  expect(await give({ type: 'amend_entry', of: position, with: { on: '2099-03-01' } })).toMatchObject(refused);
  await close();
});
