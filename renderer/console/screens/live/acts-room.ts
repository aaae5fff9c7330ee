import type { ExerciseState } from '#core/exercise/state.ts';
import { listComparable, listShowings } from '#core/exercise/views/showings.ts';
import { storyTime } from '#core/local-time.ts';
import { pieceNames } from '#core/report/term-words.ts';
import type { RoomCard } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Subject } from './act.ts';

const minutes = { name: 'minutes', label: 'Minutes', kind: 'choice', isNeeded: true, initial: '5' } as const;

/** What the room is shown besides injects. */
export function roomActs({ state }: Subject): readonly Act[] {
  const isRunning = state.phase === 'running';
  const cards = isRunning ? [timer, attachment(state), compare(state), ...runningCards] : [];
  return state.phase === 'running' || state.phase === 'paused' ? [...cards, ...anyCards] : [];
}

const timer = act('change_room', {
  id: 'room-timer',
  name: 'Timer',
  submit: 'Start',
  place: 'Middle, below the picture',
  key: 'T',
  fields: [{ ...minutes, choices: ['3', '5', '10'].map((value) => ({ value, name: `${value} min` })) }],
  toCommand: ({ need }) => ({ type: 'change_room', show: 'timer', minutes: Number(need('minutes')) }),
});

/** One of what is attached to the artefact in the room, large; looked at before it goes out. */
function attachment(state: ExerciseState): Act {
  const current = listShowings(state).at(-1);
  const attached = current?.areWordsOut ? current.shown.attachments : [];
  const choices = attached.map(({ name, kind }, at) => ({
    value: String(at + 1),
    name: `${name}, ${kindNames[kind]}`,
  }));
  return act('change_room', {
    id: 'room-attachment',
    name: 'Attachment large',
    submit: 'Show in the room',
    place: 'Room tools',
    key: 'L',
    isPreviewed: true,
    fields: [{ name: 'attachment', label: 'Attachment', kind: 'choice', isNeeded: true, choices }],
    toCommand: ({ need }) => ({
      type: 'change_room',
      show: 'attachment',
      inject: current?.shown.id ?? '',
      attachment: Number(need('attachment')),
    }),
  });
}

const kindNames = { text: 'text', csv: 'table', image: 'picture' } as const;

/** Another artefact that the room has read, beside the one it reads now; the latest stands first. */
function compare(state: ExerciseState): Act {
  const choices = listComparable(listShowings(state))
    .map(({ shown: { id, storylineTime, channel, from } }) => ({
      value: id,
      name: `${storyTime(storylineTime)}, ${pieceNames[channel].toLowerCase()} from ${from}`,
    }))
    .reverse();
  return act('change_room', {
    id: 'room-compare',
    name: 'Two side by side',
    submit: 'Show in the room',
    place: 'Room tools',
    key: 'V',
    isPreviewed: true,
    fields: [{ name: 'inject', label: 'Beside the artefact', kind: 'choice', isNeeded: true, choices }],
    toCommand: ({ need }) => ({ type: 'change_room', show: 'compare', inject: need('inject') }),
  });
}

const card = (show: RoomCard, name: string, key?: string): Act =>
  act('change_room', {
    id: `room-${show}`,
    name,
    place: 'Middle, below the picture',
    ...(key ? { key } : {}),
    toCommand: () => ({ type: 'change_room', show }),
  });

const runningCards = [
  card('discuss', 'Discuss', 'U'),
  card('sitrep', 'Sitrep', 'I'),
  card('story', 'Story'),
  card('artefact', 'Artefact again'),
  card('words', 'Show words'),
  card('welcome', 'Welcome'),
  card('end', 'End card'),
];

/** A pause lets only these through: they put nothing of the story in front of the room. */
const anyCards = [
  act('change_room', {
    id: 'room-break',
    name: 'Break',
    submit: 'Show the break',
    place: 'Middle, below the picture',
    warning: 'The card counts down to the return. The exercise clock goes on unless you pause it (C).',
    fields: [{ name: 'minutes', label: 'Back in, minutes', kind: 'number', initial: '10', isNeeded: true }],
    toCommand: ({ need }) => ({ type: 'change_room', show: 'break', ...backIn(Number(need('minutes'))) }),
  }),
  card('blank', 'Clear screen'),
];

/** Without minutes the card says that the facilitator calls everybody back. */
const backIn = (minutes: number) => (minutes > 0 ? { minutes } : {});
