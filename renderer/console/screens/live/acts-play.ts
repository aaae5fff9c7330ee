import { listOrder } from '#core/exercise/views/console-view-order.ts';
import { type Act, act, type Field, type Subject, said } from './act.ts';
import { byField, nobody } from './act-fields.ts';
import { clockActs } from './acts-clocks.ts';
import { by } from './acts-people.ts';

/** What is noticed, done, asked and recognised. `about` is an inject or an expected action. */
export function playActs(subject: Subject): readonly Act[] {
  return [...seenActs(subject), question(subject), ...clockActs(subject)];
}

function seenActs({ state, about = '', isCovered = false }: Subject): readonly Act[] {
  const cues = listOrder(state, 0).filter(({ inject, state: at }) => {
    return (
      (at === 'released' || at === 'current') &&
      state.scenario.injects.some(({ id, detectable }) => id === inject && detectable)
    );
  });
  const actions = state.scenario.injects
    .flatMap(({ expect }) => expect)
    .map(({ id, do: does }) => ({ value: id, name: isCovered ? id : does }));
  const action: Field = {
    name: 'action',
    label: 'Action',
    kind: 'choice',
    choices: actions,
    isNeeded: true,
    initial: about,
  };
  return [
    act('record_detection', {
      id: 'noticed',
      name: 'Noticed',
      place: 'Middle, beside the inject',
      fields: [
        {
          name: 'inject',
          label: 'Cue',
          kind: 'choice',
          choices: cues.map(({ inject, title }) => ({ value: inject, name: title })),
          isNeeded: true,
          initial: about,
        },
        byField(state),
      ],
      toCommand: ({ need, line }) => ({ type: 'record_detection', inject: need('inject'), ...by(line('by')) }),
    }),
    act('record_action', {
      id: 'action-seen',
      name: 'Expected action seen',
      submit: 'Record',
      place: 'Middle, expected actions',
      fields: [action, byField(state)],
      toCommand: ({ need, line }) => ({ type: 'record_action', action: need('action'), ...by(line('by')) }),
    }),
    act('record_action_not_done', {
      id: 'action-not-done',
      name: 'Expected action not done',
      submit: 'Record',
      place: 'Middle, expected actions',
      warning: 'Only when it was ruled out or plainly missed. What nobody saw is recorded as not seen by itself.',
      fields: [action, { name: 'reason', label: 'Reason', kind: 'line' }, byField(state)],
      toCommand: ({ need, line }) => ({
        type: 'record_action_not_done',
        action: need('action'),
        ...said({ reason: line('reason') }),
        ...by(line('by')),
      }),
    }),
  ];
}

function question({ state, about = '' }: Subject): Act {
  return act('record_question', {
    id: 'question',
    name: 'Question from the room',
    submit: 'Record',
    place: 'Middle, held-back facts',
    fields: [
      { name: 'question', label: 'Question', kind: 'line', isNeeded: true },
      { name: 'answer', label: 'Answer', kind: 'line' },
      {
        name: 'how',
        label: 'How it was answered',
        kind: 'choice',
        choices: [
          nobodySaid,
          { value: 'unknown', name: 'Nobody knows yet' },
          { value: 'promised', name: 'Promised to come back' },
        ],
      },
      { name: 'to_room', label: 'Show question and answer in the room', kind: 'yes' },
      byField(state),
    ],
    toCommand: ({ need, line, yes }) => ({
      type: 'record_question',
      to_room: yes('to_room'),
      ...said({ question: need('question'), inject: about || undefined, answer: line('answer') ?? line('how') }),
      ...by(line('by')),
    }),
  });
}

const nobodySaid = { ...nobody, name: 'Answered above, or not yet' };
