import { describe, expect, it } from 'vitest';
import type { Plan } from '#core/plan/plan.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q3-insider-threat';

/** A quarter of one's own, played to its end. */
async function holdOne(change: (plan: Plan) => Plan = (plan) => plan) {
  const { clock, pass } = handClock();
  const muster = await openMuster(await newWorkspace(), clock);
  const { ask } = muster;
  const filled = need(await ask.fill_plan({ script }));
  need(await ask.save_plan({ plan: change({ ...filled, sample: false }) }));
  const { exercise } = need(await ask.start_exercise({ script }));
  pass(60);
  const give = async (command: Parameters<typeof ask.give_command>[0]['command']) =>
    need(await ask.give_command({ exercise, command, pressedM: null }));
  const end = async () => {
    await give({ type: 'record_observation', text: 'They ask for the runbook' });
    await give({ type: 'end_exercise' });
  };
  return { muster, ask, exercise, end, endUnplayed: () => give({ type: 'end_exercise' }) };
}

const planOf = async ({ ask }: Pick<Awaited<ReturnType<typeof holdOne>>, 'ask'>) =>
  need(await ask.load_plan({ script }));

describe('Scheduling next year from an exercise', () => {
  it('saves a plan a year on, on the same weekday, with the exercise as the one before', async () => {
    const held = await holdOne();
    await held.end();
    const before = await planOf(held);
    expect(need(await held.ask.plan_next_year({ exercise: held.exercise }))).toEqual({ script });
    const after = await planOf(held);
    const day = (time: string | null) => new Date(`${time?.slice(0, 10)}T00:00:00Z`);
    const { heldOn } = need(await held.ask.load_programme({})).exercises[0] ?? {};
    expect((day(after.starts_at).getTime() - day(heldOn ?? '').getTime()) / 86_400_000).toBe(364);
    expect(after.participants).toEqual(before.participants);
    expect(after.plan).toMatchObject({ length_min: before.plan.length_min, previous: held.exercise, runbooks: [] });
    await held.muster.close();
  });

  it('takes the hour it was planned for, not the minute in which somebody pressed start', async () => {
    const held = await holdOne((plan) => ({ ...plan, starts_at: null }));
    await held.end();
    const { heldOn } = need(await held.ask.load_programme({})).exercises[0] ?? {};
    need(await held.ask.save_plan({ plan: { ...(await planOf(held)), starts_at: `${heldOn}T14:30` } }));
    need(await held.ask.plan_next_year({ exercise: held.exercise }));
    expect((await planOf(held)).starts_at?.slice(10)).toBe('T14:30');
    await held.muster.close();
  });

  it('replaces the plan whose day is still ahead, as the exercise knows that it was played from it', async () => {
    const held = await holdOne((plan) => ({ ...plan, starts_at: '2099-12-01T10:00' }));
    await held.end();
    const line = need(await held.ask.load_programme({})).exercises[0];
    expect(line?.plannedFor).toBe('2099-12-01');
    need(await held.ask.plan_next_year({ exercise: held.exercise }));
    expect((await planOf(held)).plan.previous).toBe(held.exercise);
    await held.muster.close();
  });

  it('never replaces a plan that was changed since, and says so', async () => {
    const held = await holdOne();
    await held.end();
    const changed = { ...(await planOf(held)), starts_at: '2099-05-05T10:00', placeholders: { 'org.name': 'Other' } };
    need(await held.ask.save_plan({ plan: changed }));
    const answer = await held.ask.plan_next_year({ exercise: held.exercise });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'already_planned' } });
    expect(answer.ok ? '' : answer.problem.message).toContain('5 May 2099');
    expect(await planOf(held)).toEqual(changed);
    await held.muster.close();
  });

  it('is refused while the exercise goes on, for one that is not there, and where nothing was played', async () => {
    const held = await holdOne();
    expect(await held.ask.plan_next_year({ exercise: held.exercise })).toMatchObject({
      ok: false,
      problem: { code: 'not_held' },
    });
    expect((await held.ask.plan_next_year({ exercise: 'nowhere' })).ok).toBe(false);
    await held.endUnplayed();
    expect(await held.ask.plan_next_year({ exercise: held.exercise })).toMatchObject({ problem: { code: 'not_held' } });
    await held.muster.close();
  });
});
