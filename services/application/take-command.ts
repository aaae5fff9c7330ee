import type { WindowCommand } from '#core/exercise/commands.ts';
import { listLog } from '#core/exercise/log.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import type { openSession, Press, Saved } from '../exercise/exercise-session.ts';
import type { ClockGaps } from './clock-gap.ts';
import type { ExerciseClock } from './exercise-clock.ts';
import { nothingToAsk } from './live-problems.ts';
import type { RegisterOf } from './register-of.ts';

type Needs = {
  readonly session: ReturnType<typeof openSession>;
  readonly register: RegisterOf;
  readonly time: ExerciseClock;
  readonly gap: ClockGaps;
};

/** Gives a window's command to the session, with what a window does not know: the number of an action, the stretch asked about. */
export function createTake({ session, register, time, gap: gaps }: Needs) {
  async function take(command: WindowCommand, press: Press): Promise<Outcome<Saved>> {
    if (command.type === 'reanchor_clock') return reanchor(command);
    if (command.type === 'resume_exercise') return session.give(dated(command, press), press);
    if (command.type !== 'agree_action') return session.give(command, press);
    const reserved = await register.reserve();
    return reserved.ok ? session.give({ ...command, register_id: reserved.value }, press) : reserved;
  }

  /** A sitting begins when somebody says so here; never before the last one ended, whatever the wall clock says. */
  function dated(command: WindowCommand & { type: 'resume_exercise' }, { t }: Press): typeof command {
    const { phase, log } = session.state();
    if (phase !== 'suspended' || command.on !== undefined) return command;
    const ended = listLog(log).at(-1)?.t ?? t;
    return { ...command, on: t > ended ? t : ended };
  }

  /** The stretch is the one asked about, whatever the window counted. */
  async function reanchor(command: WindowCommand & { type: 'reanchor_clock' }): Promise<Outcome<Saved>> {
    const gap = gaps.get();
    if (gap === null) return fail(nothingToAsk);
    const takeBack = gaps.settle(gap, command.counted, listLog(session.state().log).at(-1)?.m ?? 0);
    const m = time.nowM();
    const asked = { ...command, after: gap.after, gap_ms: Math.round(gap.ms) };
    const answer = await session.give(asked, { t: time.timeOf(m), m });
    if (!answer.ok) takeBack();
    return answer;
  }

  /** What was recorded counts the stretch, and the register gets what it is told of. */
  return async (command: WindowCommand, press: Press): Promise<Outcome<Saved>> => {
    const answer = await take(command, press);
    if (!answer.ok) return answer;
    gaps.forget();
    await register.follow(command.type);
    return answer;
  };
}

export type Take = ReturnType<typeof createTake>;
