import { type Act, act, type Subject } from './act.ts';

/** The course of the exercise: pause to end. */
export function courseActs({ state }: Subject): readonly Act[] {
  const { phase } = state;
  const isOver = phase === 'ended' || phase === 'final' || phase === 'not_started';
  if (isOver) return [];
  const turn = phase === 'running' ? runningActs() : [resume(phase)];
  return [...turn, ...(phase === 'running' || phase === 'paused' ? [stop()] : []), endAct()];
}

function runningActs(): readonly Act[] {
  return [
    act('pause_exercise', {
      id: 'pause',
      name: 'Pause',
      key: 'C',
      place: 'Top',
      warning: 'Both clocks stand still from the moment you pressed the key. The room keeps what it shows.',
      fields: [{ name: 'reason', label: 'Reason', kind: 'line', isNeeded: true, initial: 'Short break' }],
      toCommand: ({ need }) => ({ type: 'pause_exercise', reason: need('reason') }),
    }),
    act('suspend_exercise', {
      id: 'suspend',
      name: 'End for today',
      place: 'Top, End…',
      warning: 'The sitting ends and the clocks stand still. Resume on another day; the time between does not count.',
      fields: [
        { name: 'reason', label: 'Reason', kind: 'line', isNeeded: true, initial: 'Second sitting on another day' },
      ],
      toCommand: ({ need }) => ({ type: 'suspend_exercise', reason: need('reason') }),
    }),
  ];
}

function resume(phase: Subject['state']['phase']): Act {
  if (phase !== 'suspended') {
    return act('resume_exercise', {
      id: 'resume',
      name: 'Resume',
      place: 'Top',
      ...(phase === 'paused' ? { key: 'C' } : {}), // no slip of a letter ends a stop for something real
      toCommand: () => ({ type: 'resume_exercise' }),
    });
  }
  return act('resume_exercise', {
    id: 'resume',
    name: 'Resume in a new sitting',
    submit: 'Resume now',
    place: 'Top',
    warning: 'Both clocks go on from the moment you confirm. The time since the last sitting does not count.',
    isConfirmed: true,
    isWhenSent: true,
    toCommand: () => ({ type: 'resume_exercise' }),
  });
}

function stop(): Act {
  return act('stop_for_real_world', {
    id: 'real-world',
    name: 'REAL WORLD',
    key: 'F8',
    submit: 'Stop the exercise',
    place: 'Top',
    warning:
      'Play stops at once and the room is told that something real has happened. You can resume or end afterwards.',
    fields: [{ name: 'reason', label: 'What happened', kind: 'line', isNeeded: true, initial: 'Something real' }],
    toCommand: ({ need }) => ({ type: 'stop_for_real_world', reason: need('reason') }),
  });
}

function endAct(): Act {
  return act('end_exercise', {
    id: 'end',
    name: 'End exercise',
    place: 'Top, End…',
    warning: 'Play ends for good. Review opens next; everything recorded so far is kept.',
    isConfirmed: true,
    toCommand: () => ({ type: 'end_exercise' }),
  });
}
