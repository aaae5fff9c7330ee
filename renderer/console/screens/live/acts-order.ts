import { listOrder } from '#core/exercise/views/console-view-order.ts';
import { channelNames } from '#core/report/term-words.ts';
import { type Channel, channels } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Field, type Subject, said } from './act.ts';
import { alreadyDoneField, injectField, isRole, reasonField, roleChoices } from './act-fields.ts';

/** The running order. `about` is the inject a row or a card stands for. */
export function orderActs(subject: Subject): readonly Act[] {
  return [...releaseActs(subject), ...placeActs(subject), adHoc(subject)];
}

function releaseActs({ state, about = '', isCovered = false }: Subject): readonly Act[] {
  const inject = injectField(state, 'all', isCovered, about);
  const other = alreadyDoneField(state, isCovered, about);
  return [
    act('release_inject', {
      id: 'release',
      name: 'Release or show again',
      submit: 'Send it to the room',
      place: 'Bottom, the next injects',
      key: 'R',
      fields: [inject],
      toCommand: ({ need }) => ({ type: 'release_inject', inject: need('inject'), already_done: false }),
    }),
    ...(other.choices?.length
      ? [
          act('release_inject', {
            id: 'already-done',
            name: 'Release as already done',
            place: 'Bottom, More',
            warning: 'The script’s other text goes out in place of the first.',
            fields: [other],
            toCommand: ({ need }) => ({ type: 'release_inject', inject: need('inject'), already_done: true }),
          }),
        ]
      : []),
  ];
}

function placeActs({ state, about = '', isCovered = false }: Subject): readonly Act[] {
  const inject = injectField(state, 'to_come', isCovered, about);
  return [
    act('hold_inject', {
      id: 'hold',
      name: 'Hold',
      place: 'Bottom, the next injects',
      key: 'H',
      fields: [inject, { ...reasonField, label: 'Until or why' }],
      toCommand: ({ need, line }) => ({
        type: 'hold_inject',
        ...said({ inject: need('inject'), reason: line('reason') }),
      }),
    }),
    act('skip_inject', {
      id: 'skip',
      name: 'Skip',
      place: 'Bottom, More',
      fields: [inject, reasonField],
      toCommand: ({ need, line }) => ({
        type: 'skip_inject',
        ...said({ inject: need('inject'), reason: line('reason') }),
      }),
    }),
    act('move_inject', {
      id: 'move',
      name: 'Move to minute',
      submit: 'Move',
      place: 'Bottom, More',
      fields: [inject, { name: 'to_min', label: 'Falls due at minute', kind: 'number', isNeeded: true }],
      toCommand: ({ need }) => ({ type: 'move_inject', inject: need('inject'), to_min: Number(need('to_min')) }),
    }),
    act('leave_out_injects', {
      id: 'leave-out',
      name: 'Leave out',
      place: 'Left, below the running order',
      warning: 'Later injects move up. What is left out can still be released.',
      fields: [leaveOutField(state, isCovered, about), reasonField],
      toCommand: ({ all, line }) => ({
        type: 'leave_out_injects',
        ...said({ injects: [...all('injects')], reason: line('reason') }),
      }),
    }),
  ];
}

function leaveOutField(state: Subject['state'], isCovered: boolean, about: string): Field {
  const choices = listOrder(state, 0)
    .filter(({ state: at }) => at === 'to_come' || at === 'due' || at === 'held')
    .map(({ inject, title, ownMinutes }) => ({
      value: inject,
      name: `${isCovered ? inject : title}, ${ownMinutes} min`,
    }));
  return { name: 'injects', label: 'Injects', kind: 'many', choices, isNeeded: true, initial: about ? [about] : [] };
}

function adHoc({ state }: Subject): Act {
  return act('improvise_inject', {
    id: 'ad-hoc',
    name: 'Ad-hoc inject',
    submit: 'Release',
    place: 'Left, contingency pocket',
    warning: 'It goes to the room at once, with EXERCISE on it.',
    fields: [
      { name: 'from', label: 'From', kind: 'line', isNeeded: true },
      { name: 'body', label: 'Text', kind: 'text', isNeeded: true },
      { name: 'to', label: 'To', kind: 'line', isMore: true, initial: 'Incident team' },
      { name: 'channel', label: 'Channel', kind: 'choice', choices: channelChoices, isMore: true, initial: 'email' },
      { name: 'subject', label: 'Subject', kind: 'line', isMore: true },
      { name: 'title', label: 'Title in the running order, which the room does not see', kind: 'line', isMore: true },
      { name: 'roles', label: 'For', kind: 'many', choices: roleChoices(state), isMore: true },
    ],
    toCommand: ({ need, line, all }) => ({
      type: 'improvise_inject',
      channel: channelOf(line('channel') ?? ''),
      roles: all('roles').filter(isRole),
      ...said({
        title: line('title') ?? beginning(need('body')),
        from: need('from'),
        to: line('to') ?? 'Incident team',
        subject: line('subject'),
        body: need('body'),
      }),
    }),
  });
}

const longestTitle = 60;

/** The first line, as far as it makes a title. */
function beginning(text: string): string {
  const line = text.split('\n')[0] ?? '';
  if (line.length <= longestTitle) return line;
  const cut = line.slice(0, longestTitle).replace(/\s+\S*$/, '');
  return `${cut.replace(/\s*\{\{[^}]*$/, '')} …`; // and no name in braces is parted
}

const channelChoices = channels.map((value) => ({ value, name: channelNames[value] }));
const channelOf = (value: string): Channel => channels.find((channel) => channel === value) ?? 'email';
