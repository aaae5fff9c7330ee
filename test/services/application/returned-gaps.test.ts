import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const tags = { capability: 'recovery', condition: 'no_access' } as const;

/** An exercise that records one gap and goes on. */
async function play({ ask }: Awaited<ReturnType<typeof openMuster>>, script: string, title: string) {
  const { exercise } = need(await ask.start_exercise({ script }));
  const command: WindowCommand = { type: 'record_gap', title, ...tags, evidence: [] };
  need(await ask.give_command({ exercise, command, pressedM: null }));
  const end = async () => ask.give_command({ exercise, command: { type: 'end_exercise' }, pressedM: null });
  return { exercise, end };
}

describe('The programme of a workspace', () => {
  it('finds a gap that came back once the later exercise is over, and keeps samples out of it', async () => {
    const { clock, pass } = handClock();
    const muster = await openMuster(await newWorkspace(), clock);
    const look = async () => need(await muster.ask.load_programme({})).returnedGaps;
    need(await muster.ask.fill_plan({ script: 'q3-insider-threat' }));
    need(await (await play(muster, 'q3-insider-threat', 'Practised')).end());
    pass(60);
    // In the wrong order by name: which was earlier is told by the start alone.
    const first = await play(muster, 'q2-ransomware', 'Backups are out of reach');
    need(await first.end());
    pass(60);
    const second = await play(muster, 'q1-data-breach', 'Still out of reach');
    expect((await look()).own).toEqual({ held: 1, gaps: [], notCompared: 0 });
    need(await second.end());
    const { own, samples } = await look();
    expect(own.gaps.map(({ title, seen }) => [title, ...seen.map(({ exercise }) => exercise)])).toEqual([
      ['Still out of reach', first.exercise, second.exercise],
    ]);
    expect(samples).toEqual({ held: 1, gaps: [], notCompared: 0 });
    await muster.close();
  });
});
