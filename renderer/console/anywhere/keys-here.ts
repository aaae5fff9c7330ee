import type { Place } from '../place.ts';
import type { KeyGroup } from './key-group.ts';

const own: Readonly<Partial<Record<Place, KeyGroup>>> = {
  programme: { title: 'On the programme', rows: [['Esc', 'Leaves the tour, while it is open']] },
  actions: {
    title: 'In the actions',
    rows: [
      ['↑ ↓', 'From one action to the next; Home and End to the first and last'],
      ['Enter', 'Opens the action'],
      ['Ctrl Enter', 'Saves what is being told of it'],
      ['Esc', 'Goes back to the list'],
    ],
  },
  scorecard: {
    title: 'In the scorecard',
    rows: [
      ['Enter', 'On a figure: the rows it comes from; on a number of it: its rows'],
      ['Esc', 'Closes the rows, or the form that is open'],
    ],
  },
  exceptions: {
    title: 'In the exceptions',
    rows: [
      ['↑ ↓', 'From one exception to the next; Home and End to the first and last'],
      ['Enter', 'Opens the exception'],
      ['← →', 'From one decision to the next: renew, fix, retire, escalate'],
      ['Ctrl Enter', 'Saves what is being decided'],
      ['Esc', 'Goes back to the list'],
    ],
  },
  plan: {
    title: 'In the plan',
    rows: [
      ['Enter', 'In a person’s name: the next person'],
      ['Ctrl V', 'In a person’s name: a whole list, one person a line'],
      ['Esc', 'At Start’s question: not yet'],
    ],
  },
  review: {
    title: 'In the review',
    rows: [
      ['Ctrl Enter', 'Saves what is being typed'],
      ['Ctrl .', 'Says words that blame differently, and keeps what else the sentence tells; Ctrl Z takes that back'],
      ['Esc', 'Closes the form below an entry; its words are kept'],
      ['↑ ↓', 'From one entry to the next, where evidence is linked'],
    ],
  },
};

/** What the keyboard does on this screen, and on every one. */
export function keysHere(at: Place): readonly KeyGroup[] {
  const here = own[at];
  return [
    ...(here ? [here] : []),
    {
      title: 'On every screen',
      rows: [
        ['Ctrl K', 'Finds a place: a script, a plan, an exercise, a report'],
        ['F9', 'Blanks the room at once, and shows it again; also while something is typed'],
        ['?', 'Shows this sheet'],
        ['Tab', 'Goes to the next thing to press or to fill in; with Shift, back'],
        ['Enter', 'Presses the button or link that is marked'],
        ['Space', 'Ticks a box; presses a button'],
      ],
    },
  ];
}
