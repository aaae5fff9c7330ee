import type { KeyGroup } from '../../anywhere/key-group.ts';
import { KeySheet } from '../../anywhere/key-sheet.tsx';
import type { Act } from './act.ts';
import { useLive } from './live-context.tsx';

type Row = KeyGroup['rows'][number];

/** What a key does, for whoever presses it the first time; its act's own name where nothing stands here. */
const actWords: Readonly<Record<string, string>> = {
  release: 'Releases the next inject to the room, or shows the one you look at again',
  hold: 'Holds an inject back until you release it',
  'capture-decision': 'A decision: what the room decided, and who',
  'capture-gap': 'A gap: what was missing or did not work',
  'capture-strength': 'A strength: what worked and must be kept',
  'capture-observation': 'An observation: what was said or done',
  'capture-action': 'An action that was agreed: who, by when',
  park: 'Parks a matter: one line, talked about after play',
  'room-timer': 'A countdown for the room, with the question',
  'room-discuss': 'Tells the room to discuss',
  'room-sitrep': 'A sitrep: asks for sixty seconds of where things stand',
  'room-attachment': 'One of what is attached to the artefact, large; you see it first',
  'room-compare': 'Two artefacts side by side; you see them first',
  pause: 'Pauses the exercise; its clock stands still',
  resume: 'Goes on after a pause',
  'real-world': 'REAL WORLD: something real has happened. Asks once, then stops the exercise',
};

const groupOf: Readonly<Record<string, keyof Groups>> = {
  release: 'story',
  hold: 'story',
  'room-timer': 'room',
  'room-discuss': 'room',
  'room-sitrep': 'room',
  'room-attachment': 'room',
  'room-compare': 'room',
  pause: 'course',
  resume: 'course',
  'real-world': 'course',
};

type Groups = { readonly story: Row[]; readonly write: Row[]; readonly room: Row[]; readonly course: Row[] };

/** Drawn from the acts themselves, so that it cannot promise a key that does nothing. */
export function KeysDialog() {
  const { listActs, close, isScribe } = useLive('listActs', 'close', 'isScribe');
  const always = isScribe ? 'F8 always' : 'F8 and F9 always';
  return (
    <KeySheet
      groups={groupKeys(listActs(), isScribe)}
      note={`A letter acts only while nothing is being typed, ${always}. Keys of a presentation clicker do nothing here.`}
      onClose={close}
    />
  );
}

function groupKeys(acts: readonly Act[], isScribe: boolean): readonly KeyGroup[] {
  const groups: Groups = { story: [], write: [], room: [], course: [] };
  for (const { id, key, name } of acts) {
    if (key && id !== 'undo') groups[groupOf[id] ?? 'write'].push([key, actWords[id] ?? name]); // undo stands below, also where there is none yet
  }
  groups.write.push(['Ctrl Enter', 'Saves what is being typed']);
  if (!isScribe) {
    groups.write.push(['1 … 9', 'Records that option of the decision in the middle']);
    groups.story.push(['F', 'Finish by: what still fits until a time of day']);
    groups.story.push(['Ctrl Z', 'Takes back the last release or entry']);
    groups.room.push(['← →', 'Turns to the previous or next page of what the room sees']);
    groups.room.push(['Shift ← →', 'The same at the left, of two side by side']);
    groups.room.push(['F9', 'Blanks the room at once, or shows it again']);
  }
  const found = isScribe
    ? 'everything you can do, and every entry'
    : 'everything you can do, every inject, person and entry';
  const rest: Row[] = [
    ['Ctrl K', `Finds ${found}`],
    ['Esc', 'Closes what lies open; what was typed is kept'],
    ['?', 'Shows this sheet'],
  ];
  return [
    { title: 'The story', rows: groups.story },
    { title: 'Writing down; the time is that of the key press', rows: groups.write },
    { title: 'In front of the room', rows: groups.room },
    { title: 'The exercise', rows: groups.course },
    { title: 'At any time', rows: rest },
  ].filter(({ rows }) => rows.length > 0);
}
