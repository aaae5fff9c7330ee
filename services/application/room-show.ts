import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { PictureListener, RoomPicture, Side } from '#contract/room.ts';
import { type RoomView, roomView } from '#core/exercise/views/room-view.ts';
import { findEnlarged } from '#core/exercise/views/showings.ts';
import type { Workspace } from '../saving/workspace.ts';
import { createEnlarged } from './enlarged.ts';
import type { LiveExercise } from './live-exercise.ts';
import { createRoomPages } from './room-pages.ts';

const tickMs = 1_000;

type Front = {
  readonly shown: { readonly exercise: string; readonly live: LiveExercise } | null;
  readonly isCurtainDown: boolean;
  /** Shown before it is saved, and also where it cannot be. */
  readonly isRealWorld: boolean;
  /** Its marking, while it is shown. */
  readonly testCard: string | null;
};

/** What is in front of the room: one exercise or none, under a curtain or not. Nobody is told the same twice. */
export function createRoomShow(workspace: Workspace, tell: (notice: ConsoleNotice) => void) {
  const listeners = new Set<PictureListener>();
  let front: Front = { shown: null, isCurtainDown: false, isRealWorld: false, testCard: null };
  let lastTold = '';
  const pages = createRoomPages();
  const enlarged = createEnlarged(workspace, refresh);
  const timer = setInterval(refresh, tickMs).unref();

  function picture(): RoomPicture {
    const covered = coverOf(front);
    if (covered || !front.shown) return covered ?? { show: 'waiting' };
    const { exercise, live } = front.shown;
    const view = enlarged.fill(viewOf(live, front.isRealWorld), exercise, live.state());
    return { show: 'view', view, ...pages.of(view, findEnlarged(live.state())) };
  }

  function refresh(): void {
    const now = picture();
    const told = JSON.stringify([now, front.isCurtainDown, front.shown?.exercise]);
    if (told === lastTold) return;
    lastTold = told;
    for (const listener of listeners) listener(now, enlarged.imageOf(now));
    tell(notice(now));
  }

  function notice(now: RoomPicture): ConsoleNotice {
    const { shown, isCurtainDown } = front;
    return { type: 'room_picture', exercise: shown?.exercise ?? null, picture: now, isCurtainDown };
  }

  function change(part: Partial<Front>): void {
    front = { ...front, ...part };
    refresh();
  }

  return {
    refresh,
    image: () => enlarged.imageOf(picture()),
    notice: () => notice(picture()),
    exercise: () => front.shown?.exercise ?? null,
    show: (shown: Front['shown']) => {
      const isRealWorld = front.isRealWorld && shown?.exercise === front.shown?.exercise; // of another exercise it says nothing
      change({ shown, isRealWorld, testCard: shown ? null : front.testCard });
    },
    showTestCard: (testCard: string | null) => change({ testCard }),
    stopForRealWorld: (isRealWorld: boolean) => change({ isRealWorld }),
    drawCurtain: (isCurtainDown: boolean) => change({ isCurtainDown }),
    turnPage: (to: number, side: Side) => {
      pages.turn(to, side);
      refresh();
    },
    listen: (listener: PictureListener) => {
      listeners.add(listener);
      const now = picture();
      listener(now, enlarged.imageOf(now));
      return () => void listeners.delete(listener);
    },
    close: () => clearInterval(timer),
  };
}

/** What lies over an exercise, or stands where none is; null where it is shown. Nothing is drawn over what is real. */
function coverOf({ shown, isCurtainDown, isRealWorld, testCard }: Front): RoomPicture | null {
  const state = shown?.live.state();
  const isStopped = isRealWorld || state?.phase === 'real_world';
  if (isCurtainDown && !isStopped) return { show: 'blank', tlp: state?.setup?.plan.tlp ?? null };
  if (state && state.phase !== 'not_started') return null;
  return testCard === null ? { show: 'waiting' } : { show: 'test_card', tlp: testCard };
}

function viewOf(live: LiveExercise, isRealWorld: boolean): RoomView {
  const saved = roomView(live.state(), live.nowM());
  return isRealWorld ? { ...saved, phase: 'real_world' } : saved;
}

export type RoomShow = ReturnType<typeof createRoomShow>;
