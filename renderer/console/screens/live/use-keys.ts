import { useEffect } from 'react';
import { findLastReleased } from '#core/exercise/views/console-view-order.ts';
import type { RoomMirror } from '../../../state/room-store.ts';
import { useRoomStore } from '../../../state/use-application.tsx';
import { blankOrShow } from '../../anywhere/blank-or-show.ts';
import { isTyping } from '../../anywhere/is-typing.ts';
import { type Live, useLiveStore } from './live-context.tsx';
import { recordOption } from './record-option.ts';
import { nextInject, releaseNext } from './release-next.ts';
import { turnPage } from './turn-page.ts';

/** What a presentation clicker sends; none of it ever acts here. F5 would throw the window away. */
const clickerKeys: ReadonlySet<string> = new Set(['F5', 'PageUp', 'PageDown', 'b', 'B', '.']);

/** Single keys act only while nothing is typed and nothing lies open. F9 and F8, the stop word, do whatever else goes on. */
export function useKeys() {
  const live = useLiveStore();
  const room = useRoomStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => handle(event, nowOf(live.getState()), room.getState());
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [live, room]);
}

/** A key acts on what is saved, also where that is not drawn yet: then the stage is where it will be. */
function nowOf(live: Live): Live {
  const state = live.mirror.store.getState().state ?? live.state;
  const { selected } = live;
  return { ...live, state, selected: selected === findLastReleased(live.state) ? findLastReleased(state) : selected };
}

function handle(event: KeyboardEvent, live: Live, room: RoomMirror) {
  if (anyTimeKeys.has(event.key)) return atAnyTime(event, live, room);
  if (event.repeat || event.altKey) return;
  if (isCaptureOverPreview(event, live)) live.close();
  else if (document.querySelector('dialog[open]')) return overDialog(event, live);
  if (event.ctrlKey || event.metaKey) return withControl(event, live);
  if (isTyping(event.target) || clickerKeys.has(event.key)) return;
  const step = isChoosing(event.target) ? undefined : pageKeys.get(event.key);
  if (step && !live.isScribe) return turnPage(live.bridge, room, step, event.shiftKey ? 'beside' : 'artefact');
  single(event, live);
}

/** The palette takes the place of what lies open, whose draft is kept; over a question it waits for the answer. */
function overDialog(event: KeyboardEvent, live: Live) {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
  event.preventDefault();
  if (live.opened && live.opened.kind !== 'palette') live.open({ kind: 'palette' });
}

/** What somebody says comes before what is only looked at: its letter closes a preview, and releases nothing. */
function isCaptureOverPreview({ key, ctrlKey, metaKey }: KeyboardEvent, { opened }: Live): boolean {
  return opened?.kind === 'preview' && !ctrlKey && !metaKey && captureKeys.has(key.toUpperCase());
}

const captureKeys: ReadonlySet<string> = new Set(['D', 'G', 'S', 'O', 'A', 'P']);

const anyTimeKeys: ReadonlySet<string> = new Set(['F5', 'F8', 'F9']);

function atAnyTime(event: KeyboardEvent, live: Live, room: RoomMirror) {
  event.preventDefault();
  if (event.repeat) return;
  if (event.key === 'F8') live.start('real-world');
  if (event.key === 'F9' && !live.isScribe) blankOrShow(live.bridge, room);
}

function withControl(event: KeyboardEvent, live: Live) {
  const key = event.key.toLowerCase();
  if (key === 'k') {
    event.preventDefault();
    live.open({ kind: 'palette' });
  }
  if (key === 'z' && !event.shiftKey && !isTyping(event.target) && !live.isScribe) {
    event.preventDefault();
    live.start('undo');
  }
}

function single(event: KeyboardEvent, live: Live) {
  if (event.key === 'Escape') return live.capturing ? live.stopCapturing() : live.select(null);
  if (event.key === '?') return live.open({ kind: 'keys' });
  const key = event.key.toUpperCase();
  if (key === 'R' && !live.isScribe) {
    event.preventDefault();
    return releaseNext(live);
  }
  if (key === 'F' && canFinish(live)) {
    event.preventDefault();
    return live.open({ kind: 'finish' });
  }
  if (/^[1-9]$/.test(key) && !live.isScribe) {
    event.preventDefault(); // the form that opens holds the option's words, and no digit
    return recordOption(live, Number(key));
  }
  const act = live.listActs().find((candidate) => candidate.key === key);
  if (!act && (live.isScribe || !heardKeys.has(key))) return;
  event.preventDefault();
  if (key === 'H') return live.start('hold', nextInject(live));
  live.start(act?.id ?? `key-${key}`);
}

/** Where injects can still be left out. */
export const canFinish = ({ state: { phase }, isScribe }: Pick<Live, 'state' | 'isScribe'>) =>
  !isScribe && (phase === 'running' || phase === 'paused');

/** These say why they do nothing just now, where they do nothing. */
const heardKeys: ReadonlySet<string> = new Set(['C', 'T', 'U', 'I', 'H', 'L', 'V', ...captureKeys]);

const pageKeys: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
]);

/** Arrows move between the choices of a group. */
const isChoosing = (target: EventTarget | null) => target instanceof HTMLInputElement;
