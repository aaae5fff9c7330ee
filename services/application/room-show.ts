import type { ConsoleNotice } from '#contract/console.ts';
import type { RoomPicture } from '#contract/room.ts';
import { type RoomView, roomView } from '#core/exercise/views/room-view.ts';
import type { LiveExercise } from './live-exercise.ts';

const tickMs = 1_000;

type Listener = (picture: RoomPicture) => void;

/** What is in front of the room: one exercise or none, under a curtain or not. Nobody is told the same twice. */
export function createRoomShow(tell: (notice: ConsoleNotice) => void) {
  const listeners = new Set<Listener>();
  let shown: { readonly exercise: string; readonly live: LiveExercise } | null = null;
  let isCurtainDown = false;
  let isRealWorld = false; // shown before it is saved, and also where it cannot be
  let page = 0;
  let lastTold = '';
  let pieceBefore = '';
  const timer = setInterval(refresh, tickMs).unref();

  function picture(): RoomPicture {
    const live = shown?.live;
    const isBegun = live && live.state().phase !== 'not_started';
    const isStopped = isRealWorld || live?.state().phase === 'real_world'; // nothing is drawn over what is real
    if (isCurtainDown && !isStopped) return { show: 'blank', tlp: live?.state().setup?.plan.tlp ?? null };
    if (!isBegun) return { show: 'waiting' };
    const view = viewOf(live, isRealWorld);
    const piece = JSON.stringify([view.artefact, view.card?.show]);
    if (piece !== pieceBefore) page = 0; // what is new starts with its first page
    pieceBefore = piece;
    return { show: 'view', view, page };
  }

  function refresh(): void {
    const now = picture();
    const told = JSON.stringify([now, isCurtainDown, shown?.exercise]);
    if (told === lastTold) return;
    lastTold = told;
    for (const listener of listeners) listener(now);
    tell(notice(now));
  }

  function notice(now: RoomPicture): ConsoleNotice {
    return { type: 'room_picture', exercise: shown?.exercise ?? null, picture: now, isCurtainDown };
  }

  return {
    refresh,
    notice: () => notice(picture()),
    exercise: () => shown?.exercise ?? null,
    show: (next: typeof shown) => {
      if (next?.exercise !== shown?.exercise) isRealWorld = false; // that was another exercise's
      shown = next;
      refresh();
    },
    stopForRealWorld: (stopped: boolean) => {
      isRealWorld = stopped;
      refresh();
    },
    drawCurtain: (down: boolean) => {
      isCurtainDown = down;
      refresh();
    },
    turnPage: (to: number) => {
      page = to;
      refresh();
    },
    listen: (listener: Listener) => {
      listeners.add(listener);
      listener(picture());
      return () => void listeners.delete(listener);
    },
    close: () => clearInterval(timer),
  };
}

function viewOf(live: LiveExercise, isRealWorld: boolean): RoomView {
  const saved = roomView(live.state(), live.nowM());
  return isRealWorld ? { ...saved, phase: 'real_world' } : saved;
}

export type RoomShow = ReturnType<typeof createRoomShow>;
