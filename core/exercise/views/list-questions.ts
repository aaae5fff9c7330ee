import { findInject } from '../../scenario/find-inject.ts';
import { exerciseMinutesAt } from '../clock.ts';
import { type ExerciseState, listStandingOf } from '../state.ts';

/** A question the room asked. `open`: no answer was given, nor promised. */
export type LoggedQuestion = {
  readonly seq: number;
  readonly minute: number;
  readonly question: string;
  readonly by: string | null;
  readonly status: 'open' | 'unknown' | 'promised' | 'answered';
  /** In words, where it was answered. */
  readonly answer: string | null;
};

/** Everything the room asked, what was promised to come back first, then in the order in which it was asked. */
export function listQuestions(state: ExerciseState): readonly LoggedQuestion[] {
  const asked = listStandingOf(state, 'question_asked').map(({ seq, m, data }): LoggedQuestion => {
    const { question, by = null, answer, inject } = data;
    const minute = Math.floor(exerciseMinutesAt(state, m));
    const about = { seq, minute, question, by };
    if (answer === undefined) return { ...about, status: 'open', answer: null };
    if (answer === 'unknown' || answer === 'promised') return { ...about, status: answer, answer: null };
    const held = inject === undefined ? [] : (findInject(state.scenario, inject)?.held_back ?? []);
    const told = answer === 'held_back' ? held.find((fact) => fact.asked === question)?.answer : answer;
    return { ...about, status: 'answered', answer: told ?? null };
  });
  return asked.toSorted((a, b) => Number(b.status === 'promised') - Number(a.status === 'promised'));
}

/** Promised to come back, and not answered since. */
export function countPromised(state: ExerciseState): number {
  return listQuestions(state).filter(({ status }) => status === 'promised').length;
}
