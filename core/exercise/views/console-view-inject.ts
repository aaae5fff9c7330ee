import { findInject } from '../../scenario/find-inject.ts';
import { titleOfRunbook } from '../../scenario/find-runbook.ts';
import type { ExpectedAction } from '../../scenario/schema.ts';
import type { Channel } from '../../scenario/vocabulary.ts';
import { exerciseMinutesAt } from '../clock.ts';
import { type ActionMeasure, measureActions } from '../metrics/actions.ts';
import { type ExerciseState, findFirst, findLast, hasStanding, isReleased, listStandingOf } from '../state.ts';
import { findShown, type Shown } from './find-shown.ts';

export type ConsoleAction = {
  readonly id: string;
  readonly inject: string;
  readonly does: string;
  readonly by: string;
  readonly state: ActionMeasure['state'] | 'to_come';
  /** Exercise minute by which it is expected; null before the release. */
  readonly byMinute: number | null;
  /** Exercise minute at which it was seen. */
  readonly seenMinute: number | null;
  /** Whole minutes past the target, while it is open. */
  readonly lateMinutes: number;
};

export type ConsoleFact = {
  readonly asked: string;
  readonly answer: string;
  /** Exercise minute at which it was asked; null until then. */
  readonly askedMinute: number | null;
  readonly how: string | null;
};

/** What the script suggests where the room does something; the facilitator sees whether it does, and releases it. */
export type ConsoleBranch = {
  readonly when: string;
  readonly inject: string;
  readonly title: string;
  readonly isReleased: boolean;
};

/** One inject as the facilitator has it in front of them. */
export type ConsoleInject = {
  readonly inject: string;
  readonly title: string;
  readonly channel: Channel;
  readonly roles: readonly string[];
  readonly onlyFor: readonly string[] | null;
  readonly isReadAloud: boolean;
  readonly isReleased: boolean;
  readonly shown: Shown;
  readonly runbooks: readonly { readonly id: string; readonly title: string | null }[];
  readonly notes: string | null;
  readonly questions: readonly string[];
  readonly facts: readonly ConsoleFact[];
  readonly branches: readonly ConsoleBranch[];
  readonly isDetectable: boolean;
  readonly isNoticed: boolean;
  /** When to release the script's other text; null where there is none. */
  readonly alreadyWhen: string | null;
};

export function consoleInject(state: ExerciseState, id: string): ConsoleInject | null {
  const released = findLast(state, `released:${id}`);
  const alreadyDone = released?.type === 'inject_released' && released.data.already_done;
  const shown = findShown(state, { inject: id, already_done: alreadyDone });
  if (!shown) return null;
  const scripted = findInject(state.scenario, id);
  const pocket = state.scenario.contingency.find((inject) => inject.id === id);
  const improvised = findFirst(state, `improvised:${id}`);
  const own = scripted ?? pocket;
  const title = improvised?.type === 'inject_improvised' ? improvised.data.title : (own?.title ?? id);
  return {
    inject: id,
    title,
    channel: shown.channel,
    roles: own?.roles ?? [],
    onlyFor: shown.audience === 'named' ? (own?.named ?? own?.roles ?? []) : null,
    isReadAloud: shown.audience === 'facilitator_reads' || scripted?.read_aloud === true,
    isReleased: isReleased(state, id),
    shown,
    runbooks: (scripted?.runbook ?? []).map((book) => ({ id: book, title: titleOfRunbook(book, state.setup) ?? null })),
    notes: scripted?.notes ?? pocket?.purpose ?? null,
    questions: scripted?.ask ?? [],
    facts: listFacts(state, id),
    branches: listBranches(state, id),
    isDetectable: scripted?.detectable ?? false,
    isNoticed: hasStanding(state, `detected:${id}`),
    alreadyWhen: scripted?.if_already?.when ?? null,
  };
}

function listBranches(state: ExerciseState, id: string): readonly ConsoleBranch[] {
  const { injects, contingency } = state.scenario;
  return (findInject(state.scenario, id)?.branch ?? []).map(({ if: when, goto: inject }) => {
    const title = [...injects, ...contingency].find((found) => found.id === inject)?.title ?? inject;
    return { when, inject, title, isReleased: isReleased(state, inject) };
  });
}

function listFacts(state: ExerciseState, id: string): readonly ConsoleFact[] {
  const asked = listStandingOf(state, 'question_asked');
  return (findInject(state.scenario, id)?.held_back ?? []).map((fact) => {
    const event = asked.findLast(({ data }) => data.question === fact.asked && data.inject === id);
    return {
      ...fact,
      askedMinute: event ? Math.floor(exerciseMinutesAt(state, event.m)) : null,
      how: event ? answerWords(event.data.answer) : null,
    };
  });
}

function answerWords(answer: string | undefined): string {
  if (answer === 'held_back') return 'Asked and answered';
  if (answer === 'unknown') return 'Nobody knows yet';
  if (answer === 'promised') return 'Promised to come back';
  return answer === undefined ? 'Asked' : `Answered: ${answer}`;
}

/** Expected actions of released injects and of the one that is looked at. */
export function listActions(state: ExerciseState, selected: string | null, nowM: number): readonly ConsoleAction[] {
  const released = measureActions(state).map((measure) => describeAction(state, measure, nowM));
  if (selected === null || isReleased(state, selected)) return released;
  const coming = findInject(state.scenario, selected)?.expect ?? [];
  return [...released, ...coming.map((action) => actionToCome(state, selected, action))];
}

function describeAction(state: ExerciseState, measure: ActionMeasure, nowM: number): ConsoleAction {
  const { action, inject } = measure;
  const releasedM = findFirst(state, `released:${inject.id}`)?.m ?? nowM;
  const by = exerciseMinutesAt(state, releasedM) + action.min;
  const seen = measure.state === 'on_time' || measure.state === 'late';
  return {
    id: action.id,
    inject: inject.id,
    does: action.do,
    by: action.by,
    state: measure.state,
    byMinute: Math.floor(by),
    seenMinute: seen ? seenMinute(state, action.id) : null,
    lateMinutes: measure.state === 'not_seen' ? Math.max(0, Math.floor(exerciseMinutesAt(state, nowM) - by)) : 0,
  };
}

function actionToCome(state: ExerciseState, inject: string, action: ExpectedAction): ConsoleAction {
  const last = findLast(state, `action:${action.id}`);
  const seen = last?.type === 'action_observed';
  return {
    id: action.id,
    inject,
    does: action.do,
    by: action.by,
    state: seen ? 'on_time' : last ? 'not_done' : 'to_come',
    byMinute: null,
    seenMinute: seen ? seenMinute(state, action.id) : null,
    lateMinutes: 0,
  };
}

function seenMinute(state: ExerciseState, action: string): number | null {
  const event = findLast(state, `action:${action}`);
  return event ? Math.floor(exerciseMinutesAt(state, event.m)) : null;
}
