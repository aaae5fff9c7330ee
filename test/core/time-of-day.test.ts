import { describe, expect, it } from 'vitest';
import { readTimeOfDay } from '#core/time-of-day.ts';

describe('A time of day', () => {
  it.each([
    ['9:05', '09:05'],
    ['0905', '09:05'],
    ['905', '09:05'],
    ['09.05', '09:05'],
    ['9h05', '09:05'],
    [' 21:30 ', '21:30'],
    ['9', '09:00'],
    ['00:00', '00:00'],
    ['2359', '23:59'],
  ])('is read from %j as %s', (typed, time) => {
    expect(readTimeOfDay(typed)).toEqual({ time, problem: null });
  });

  it.each(['25:00', '24:00', '9:60', '9:5', '12:30:00', '9:30 pm', 'noon', '12345'])(
    'is not %j, which is said',
    (typed) => {
      expect(readTimeOfDay(typed)).toEqual({
        time: null,
        problem: expect.stringContaining(`${typed} is no time of day`),
      });
    },
  );

  it('is not a long text, which is not said again', () => {
    expect(readTimeOfDay('9'.repeat(10_000)).problem).toMatch(/^This is no time of day/);
  });

  it('is asked for where nothing is typed', () => {
    expect(readTimeOfDay(' ').problem).toBe('Write a time of day, such as 9:30.');
  });
});
