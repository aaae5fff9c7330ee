import { useEffect, useReducer, useRef } from 'react';
import type { RoomStatus } from '#contract/console-answers.ts';

/** So long the console waits, where more windows of this laptop show the room than it draws at once. */
const roomsFirstMs = 150;
const few = 2;

/** What the console draws, a moment after the rooms where there are many. What a key acts on never waits, nor what says that it is saved. */
export function useRoomsFirst<Value>(value: Value, status: RoomStatus | null): Value {
  const latest = useRef(value);
  const drawn = useRef(value);
  const [, drawAgain] = useReducer((turn: number) => turn + 1, 0);
  latest.current = value;
  if ((status?.windows ?? 0) <= few) drawn.current = value;
  const isBehind = drawn.current !== value;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => {
      drawn.current = latest.current;
      drawAgain();
    }, roomsFirstMs);
    return () => clearTimeout(timer);
  }, [isBehind]);
  return drawn.current;
}
