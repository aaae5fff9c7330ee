import type { Side } from '#contract/room.ts';
import { consoleInject, listActions } from '#core/exercise/views/console-view-inject.ts';
import type { RoomMirror } from '../../../state/room-store.ts';
import { blankOrShow } from '../../anywhere/blank-or-show.ts';
import type { Item } from '../../anywhere/item.ts';
import { openRoom } from '../../open-room.ts';
import { toggleTheme } from '../../toggle-theme.ts';
import { isFolded } from './is-folded.ts';
import type { Needs } from './palette-item.ts';
import { showFact } from './show-fact.ts';
import { turnPage } from './turn-page.ts';

/** What has a key or a button and is no act of its own. */
export function listAlways({ bridge, open, start, state, isScribe }: Needs): readonly Item[] {
  const keys: Item = {
    id: 'keys',
    name: 'Keys: all of them on a sheet',
    words: 'help shortcuts keyboard ?',
    hint: '?',
    run: () => open({ kind: 'keys' }),
  };
  const theme: Item = {
    id: 'theme',
    name: 'Light or dark',
    words: 'theme colours mode night',
    hint: 'This screen',
    run: () => toggleTheme(bridge),
  };
  const undo: Item = {
    id: 'nothing to undo',
    name: 'Undo: nothing to take back yet',
    words: 'undo revert mistake',
    hint: 'Ctrl Z',
    run: () => start('undo'),
  };
  return [keys, theme, ...(state.undoable || isScribe ? [] : [undo])];
}

/** What is attached to the artefact in the room, each by its name. */
export function listAttached({ listActs, start }: Needs): readonly Item[] {
  const act = listActs().find(({ id }) => id === 'room-attachment');
  const choices = act?.fields[0]?.choices ?? [];
  return choices.map(({ value, name }) => ({
    id: `attachment ${value}`,
    name: `Room: ${name}, large`,
    words: 'attachment attached file',
    hint: 'Room tools',
    run: () => start('room-attachment', '', { attachment: value }),
  }));
}

/** The room’s own screen; pages only where there is more than one. */
export function listRoom({ bridge, exercise, isScribe, refuse }: Needs, room: RoomMirror): readonly Item[] {
  if (isScribe) return [];
  const isCompared = room.picture.show === 'view' && room.picture.view.beside !== null;
  const pages = room.pages < 2 ? [] : listTurns(bridge, room, 'artefact', isCompared ? ' at the right' : '');
  const beside = isCompared && room.pagesBeside > 1 ? listTurns(bridge, room, 'beside', ' at the left') : [];
  const blank: Item = {
    id: 'blank',
    name: room.isBlank ? 'Show the room again' : 'Blank the room',
    words: 'curtain panic black hide unblank',
    hint: 'F9',
    run: () => blankOrShow(bridge, room),
  };
  const isHere = room.exercise === exercise;
  const window: Item = {
    id: 'room',
    name: isHere ? 'Open room: a window for the projector' : 'Show this exercise in the room',
    words: 'open room screen projector beamer display second',
    hint: 'Room',
    run: () => void (isHere ? openRoom(bridge, refuse) : bridge.show_in_room({ exercise })).catch(() => undefined),
  };
  return [...pages, ...beside, blank, window];
}

function listTurns(bridge: Needs['bridge'], room: RoomMirror, side: Side, where: string): readonly Item[] {
  const shift = side === 'beside' ? 'Shift ' : '';
  return ([1, -1] as const).map((step) => ({
    id: `page ${step} ${side}`,
    name: `${step === 1 ? 'Next' : 'Previous'} page in the room${where}`,
    hint: `${shift}${step === 1 ? '→' : '←'}`,
    run: () => turnPage(bridge, room, step, side),
  }));
}

/** Held-back facts of the inject on the stage, and every expected action still open, as far as they may be read here. */
export function listScripted({ state, selected, cover, isScribe, pressM, start }: Needs): readonly Item[] {
  if (isScribe) return [];
  const mayRead = (id: string) => !isFolded(cover, consoleInject(state, id) ?? { isReleased: false });
  const inject = selected !== null && mayRead(selected) ? consoleInject(state, selected) : null;
  const facts = (inject?.facts ?? []).map(({ asked }, at) => ({
    id: `fact ${at}`,
    name: asked,
    hint: 'Held-back facts',
    run: () => showFact(asked),
  }));
  const isLive = state.phase === 'running' || state.phase === 'paused';
  const actions = (isLive ? listActions(state, selected, pressM()) : [])
    .filter((action) => (action.state === 'not_seen' || action.state === 'to_come') && mayRead(action.inject))
    .map(({ id, does }) => ({
      id: `action ${id}`,
      name: does,
      words: 'seen done tick',
      hint: 'Expected actions',
      run: () => start('action-seen', id),
    }));
  return [...facts, ...actions];
}
