import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Arrangement,
  arrange,
  type Display,
  type DisplayEvent,
  firstArrangement,
  isConsoleApart,
  tellArrangement,
} from '#core/displays/arrangement.ts';

const laptop: Display = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 }, isInternal: true };
const projector: Display = { id: 2, bounds: { x: 1280, y: 0, width: 1920, height: 1080 }, isInternal: false };
const monitor: Display = { id: 3, bounds: { x: -1920, y: 0, width: 1920, height: 1080 }, isInternal: false };
const mirrored: Display = { ...projector, bounds: { ...laptop.bounds } };
const scaled: Display = { ...projector, bounds: { ...projector.bounds, width: 1280, height: 720 } };

const changed = (displays: readonly Display[], consoleOn = 1) =>
  ({ type: 'displays_changed', displays, consoleOn }) as const;
const moved = (consoleOn: number) => ({ type: 'console_moved', consoleOn }) as const;
const having = (...events: readonly DisplayEvent[]) => events.reduce(arrange, firstArrangement);

const sets = [
  [laptop],
  [laptop, projector],
  [laptop, mirrored],
  [laptop, scaled],
  [laptop, projector, monitor],
] as const;

/** What a desk can tell: the facilitator's window is always on a display there is. */
const anyEvent = fc.oneof(
  fc.constantFrom(...sets).chain((set) => fc.constantFrom(...set).map(({ id }) => changed([...set], id))),
  fc.constantFrom(1, 2, 3).map(moved),
  fc.constant({ type: 'room_asked_for' } as const),
  fc.constant({ type: 'room_closed' } as const),
);

/** Every arrangement on the way, with the event that led there. */
function walk(events: readonly DisplayEvent[]) {
  const steps: { event: DisplayEvent; before: Arrangement; now: Arrangement }[] = [];
  let before = having(changed([laptop]));
  for (const event of events) {
    if (event.type === 'console_moved' && !before.displays.some(({ id }) => id === event.consoleOn)) continue;
    const now = arrange(before, event);
    steps.push({ event, before, now });
    before = now;
  }
  return steps;
}

const placeOf = ({ displays }: Arrangement, id: number) => {
  const found = displays.find((display) => display.id === id);
  return found && [found.bounds.x, found.bounds.y].join();
};

describe('Where the room stands, whatever happens to the displays', () => {
  it('is never on the display of the facilitator’s window, on a mirror of it, or on one that is gone', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        for (const { now } of walk(events)) {
          if (typeof now.room !== 'number') continue;
          expect(placeOf(now, now.room)).toBeDefined();
          expect(placeOf(now, now.room)).not.toBe(placeOf(now, now.consoleOn));
        }
      }),
    );
  });

  it('is in sight as soon as a display comes that is free, and out of sight or in a window of its own where there is none', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        for (const { event, now } of walk(events)) {
          const isFree = now.displays.some(({ id }) => placeOf(now, id) !== placeOf(now, now.consoleOn));
          if (event.type === 'displays_changed' || event.type === 'room_asked_for')
            expect(typeof now.room === 'number').toBe(isFree);
          if (!isFree) expect(typeof now.room).toBe('string');
        }
      }),
    );
  });

  it('closed by somebody stays closed, however the facilitator’s window moves', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2, 3).map(moved), { maxLength: 9 }), (events) => {
        const closed = having(changed([laptop, projector, monitor]), { type: 'room_closed' }, ...events);
        expect(closed.room).toBe('closed');
      }),
    );
  });
});

describe('The facilitator’s window', () => {
  it('is never taken for unseen where the room was, on a single display, or where everything is mirrored', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        for (const { before, now } of walk(events)) {
          const places = new Set(now.displays.map(({ id }) => placeOf(now, id)));
          const isWhereTheRoomWas = isConsoleApart(before) && before.room === now.consoleOn;
          if (places.size < 2 || isWhereTheRoomWas) expect(isConsoleApart(now)).toBe(false);
        }
      }),
    );
  });

  it('dragged to the projector changes places with the room, and is unseen again once it is back', () => {
    const apart = having(changed([laptop, projector]));
    expect([apart.room, isConsoleApart(apart)]).toEqual([2, true]);
    const dragged = arrange(apart, moved(2));
    expect([dragged.room, isConsoleApart(dragged)]).toEqual([1, false]);
    const back = arrange(dragged, moved(1));
    expect([back.room, isConsoleApart(back)]).toEqual([2, true]);
  });

  it('is in doubt on a display beside the laptop’s own, and not where no display is a laptop’s', () => {
    expect(isConsoleApart(having(changed([laptop, monitor], 3)))).toBe(false);
    expect(isConsoleApart(having(changed([projector, monitor], 3)))).toBe(true);
  });

  it('keeps the room where it is when a third display comes', () => {
    const now = having(changed([laptop, projector]), changed([monitor, laptop, projector]));
    expect([now.room, isConsoleApart(now)]).toEqual([2, true]);
  });

  it('parks the room without a display and brings it back, and a window of its own stays one', () => {
    const parked = having(changed([laptop, projector]), changed([laptop]));
    expect(parked.room).toBe('parked');
    expect(arrange(parked, changed([laptop, projector])).room).toBe(2);
    expect(arrange(parked, { type: 'room_asked_for' }).room).toBe('own');
    expect(arrange(arrange(parked, { type: 'room_asked_for' }), changed([laptop, mirrored])).room).toBe('own');
  });
});

it('An arrangement is another when a display comes, moves or is scaled, and when the facilitator’s window changes display', () => {
  const told = [...sets.map((set) => having(changed([...set]))), having(changed([laptop, projector], 2))].map(
    tellArrangement,
  );
  expect(new Set(told).size).toBe(told.length);
  expect(tellArrangement(having(changed([laptop]), { type: 'room_asked_for' }))).toBe(told[0]);
});
