import { listDecisions } from '#core/exercise/views/console-view-decisions.ts';
import { findLastReleased } from '#core/exercise/views/console-view-order.ts';
import { unasked } from '#core/report/script-words.ts';
import { findInjectOfDecision } from '#core/scenario/find-inject.ts';
import { observationKinds } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Field, type Subject, said } from './act.ts';
import { byField, choicesOf, isRole, neededBy, nobody, roleChoices } from './act-fields.ts';
import { roleOf } from './acts-decisions.ts';
import { by } from './acts-people.ts';

/** The five letters and the parking lot: one line is enough, all else can wait for Review. */
export function captureActs({ state, isCovered = false }: Subject): readonly Act[] {
  const isOver = state.phase === 'ended' || state.phase === 'final';
  const isStopped = state.phase === 'suspended' || state.phase === 'real_world';
  if (isOver || isStopped || state.phase === 'not_started') return [];
  return [decision(state, isCovered), gap(state), strength(state), observation(state), action(state), park(state)];
}

const ownQuestion: Field = { name: 'question', label: 'The question it answers, if you like', kind: 'line' };
const line = (name: string, label: string): Field => ({ name, label, kind: 'line', isNeeded: true });

/** What the inject in the room asks is answered first, else the only one that is open; whatever else was decided stands for itself. */
function decision(state: Subject['state'], isCovered: boolean): Act {
  const open = listDecisions(state, 0).filter(({ made }) => !made);
  const current = findLastReleased(state);
  const inRoom = open.find(({ id }) => findInjectOfDecision(state.scenario, id)?.id === current);
  const asked = inRoom ?? (open.length === 1 ? open[0] : undefined);
  const choices = [
    ...open.map(({ id, question, isOpenInRoom }) => ({ value: id, name: isCovered && !isOpenInRoom ? id : question })),
    { value: 'new', name: 'Something else' },
  ];
  const about: Field[] = [
    { name: 'decision', label: 'Decision', kind: 'choice', choices, isNeeded: true, initial: asked?.id ?? 'new' },
  ];
  return act('record_decision', {
    id: 'capture-decision',
    name: 'Decision',
    letter: 'D',
    key: 'D',
    place: 'Right',
    submit: 'Save',
    fields: [
      line('choice', 'What was decided'),
      ...(open.length > 0 ? [...about, { ...ownQuestion, only: { name: 'decision', is: 'new' } }] : [ownQuestion]),
      neededBy(state, 'By', asked?.owner ?? 'IC'),
    ],
    toCommand: ({ need, line }) => ({
      type: 'record_decision',
      ...((line('decision') ?? 'new') === 'new'
        ? { decision: 'new', question: line('question') ?? unasked }
        : { decision: need('decision') }),
      choice: need('choice'),
      by: roleOf(need('by')),
    }),
  });
}

function gap(state: Subject['state']): Act {
  return act('record_gap', {
    id: 'capture-gap',
    name: 'Gap',
    letter: 'G',
    key: 'G',
    place: 'Right',
    submit: 'Save',
    fields: [line('title', 'What was missing'), byField(state)],
    toCommand: (filled) => ({
      type: 'record_gap',
      title: filled.need('title'),
      evidence: [],
      ...by(filled.line('by')),
    }),
  });
}

function strength(state: Subject['state']): Act {
  return act('record_strength', {
    id: 'capture-strength',
    name: 'Strength',
    letter: 'S',
    key: 'S',
    place: 'Right',
    submit: 'Save',
    fields: [line('what', 'What worked'), byField(state)],
    toCommand: (filled) => ({
      type: 'record_strength',
      what: filled.need('what'),
      evidence: [],
      ...by(filled.line('by')),
    }),
  });
}

function observation(state: Subject['state']): Act {
  return act('record_observation', {
    id: 'capture-observation',
    name: 'Observe',
    letter: 'O',
    key: 'O',
    place: 'Right',
    submit: 'Save',
    fields: [
      line('text', 'What was said or done'),
      byField(state),
      {
        name: 'kind',
        label: 'Kind',
        kind: 'choice',
        choices: choicesOf(observationKinds),
        initial: 'fact',
        isMore: true,
      },
    ],
    toCommand: (filled) => ({
      type: 'record_observation',
      text: filled.need('text'),
      kind: observationKinds.find((kind) => kind === filled.line('kind')) ?? 'fact',
      ...by(filled.line('by')),
    }),
  });
}

function action(state: Subject['state']): Act {
  const owner: Field = { name: 'by', label: 'Owner', kind: 'choice', choices: [nobody, ...roleChoices(state)] };
  return act('agree_action', {
    id: 'capture-action',
    name: 'Action',
    letter: 'A',
    key: 'A',
    place: 'Right',
    submit: 'Save',
    fields: [{ ...line('title', 'What was agreed'), most: 100 }, owner],
    toCommand: (filled) => {
      const role = filled.line('by');
      return {
        type: 'agree_action',
        item: said({ title: filled.need('title'), owner_role: isRole(role) ? role : undefined }),
      };
    },
  });
}

function park(state: Subject['state']): Act {
  return act('park_item', {
    id: 'park',
    name: 'Park',
    letter: 'P',
    key: 'P',
    place: 'Middle, below the picture',
    submit: 'Save',
    fields: [line('text', 'For the parking lot'), { ...byField(state), label: 'Who takes it' }],
    toCommand: (filled) => ({ type: 'park_item', text: filled.need('text'), ...by(filled.line('by')) }),
  });
}
