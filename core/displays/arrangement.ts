/** Where the room's window and the facilitator's stand: which display, and what follows when displays come, go or change. */

export type Display = {
  readonly id: number;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The laptop's own panel, as far as the system tells. */
  readonly isInternal: boolean;
};

/** The display the room fills, a window of its own, out of sight until there is a display for it, or closed. */
export type Place = number | 'own' | 'parked' | 'closed';

export type Arrangement = {
  readonly displays: readonly Display[];
  /** Of the facilitator's window. */
  readonly consoleOn: number;
  readonly room: Place;
  /** What the room filled last with the facilitator's window elsewhere: people look at it. */
  readonly projector: number | null;
};

export type DisplayEvent =
  | { readonly type: 'displays_changed'; readonly displays: readonly Display[]; readonly consoleOn: number }
  | { readonly type: 'console_moved'; readonly consoleOn: number }
  | { readonly type: 'room_asked_for' }
  | { readonly type: 'room_closed' };

export const firstArrangement: Arrangement = { displays: [], consoleOn: 0, room: 'closed', projector: null };

/**
 * The room fills any display but the facilitator's: it comes as soon as there is one, parks when it goes, changes places with the
 * facilitator's window, and once closed stays closed until a display comes or it is asked for.
 */
export function arrange(before: Arrangement, event: DisplayEvent): Arrangement {
  switch (event.type) {
    case 'displays_changed': {
      const { displays, consoleOn } = event;
      const now = forgetGone({ ...before, displays, consoleOn });
      return fill(now) ?? (typeof before.room === 'number' ? { ...now, room: 'parked' } : now);
    }
    case 'console_moved': {
      const now = { ...before, consoleOn: event.consoleOn };
      if (typeof before.room !== 'number') return now;
      return fill(now) ?? { ...now, room: 'parked' };
    }
    case 'room_asked_for':
      return fill(before) ?? { ...before, room: 'own' };
    case 'room_closed':
      return { ...before, room: 'closed' };
  }
}

/** On a display of its own: that where it is, else that where people look, else any. null where there is none. */
function fill(now: Arrangement): Arrangement | null {
  const free = listFree(now);
  const room = [now.room, now.projector].find((id) => free.some((display) => display.id === id)) ?? free[0]?.id;
  if (typeof room !== 'number') return null;
  return { ...now, room, projector: isOnProjector(now) ? now.projector : room };
}

/** Displays that show something else than the facilitator's: one that mirrors it has its place. */
function listFree({ displays, consoleOn }: Arrangement): readonly Display[] {
  const own = displays.find(({ id }) => id === consoleOn);
  return displays.filter((display) => display.id !== consoleOn && (!own || !haveOnePlace(display, own)));
}

const haveOnePlace = ({ bounds: one }: Display, { bounds: other }: Display) => one.x === other.x && one.y === other.y;

const isOnProjector = ({ consoleOn, projector }: Arrangement) => projector !== null && consoleOn === projector;

function forgetGone(now: Arrangement): Arrangement {
  const isThere = now.displays.some(({ id }) => id === now.projector);
  return isThere ? now : { ...now, projector: null };
}

/**
 * Whether the displays tell that nobody but the facilitator sees the facilitator's window: it stands alone on its display, that
 * is not the one people look at, and it is the laptop's own where one of them is.
 */
export function isConsoleApart(now: Arrangement): boolean {
  const own = now.displays.find(({ id }) => id === now.consoleOn);
  const isAway = own?.isInternal === false && now.displays.some(({ isInternal }) => isInternal);
  return listFree(now).length > 0 && !isOnProjector(now) && !isAway;
}

/** What the room's window covers; null where it fills no display. */
export function roomBounds({ displays, room }: Arrangement): Display['bounds'] | null {
  return displays.find(({ id }) => id === room)?.bounds ?? null;
}

/** The same text as long as the displays and the display of the facilitator's window are the same. */
export function tellArrangement({ displays, consoleOn }: Arrangement): string {
  const places = displays.map(({ id, bounds: { x, y, width, height } }) => `${id}:${x},${y},${width}x${height}`);
  return `${places.join(' ')} on ${consoleOn}`;
}
