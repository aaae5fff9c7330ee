import { describe, expect, it } from 'vitest';
import { readDay } from '#core/day.ts';

describe('A day', () => {
  it.each([
    ['2026-11-29', '2026-11-29'],
    ['2026-1-9', '2026-01-09'],
    ['2026/11/29', '2026-11-29'],
    ['20261129', '2026-11-29'],
    ['29.11.2026', '2026-11-29'],
    ['2.3.2026', '2026-03-02'],
    ['29 Nov 2026', '2026-11-29'],
    [' 29 november 2026 ', '2026-11-29'],
    ['1st May 2026', '2026-05-01'],
    ['29-NOV-2026', '2026-11-29'],
    ['Nov 29, 2026', '2026-11-29'],
    ['9 Sept 2026', '2026-09-09'],
    ['29/11/2026', '2026-11-29'],
    ['11/29/2026', '2026-11-29'],
    ['29-11-2026', '2026-11-29'],
    ['03/03/2026', '2026-03-03'],
    ['29 Feb 2028', '2028-02-29'],
  ])('is read from %j as %s', (typed, day) => {
    expect(readDay(typed)).toEqual({ day, problem: null });
  });

  it.each([
    ['02/03/2026', '02/03/2026 can be 2 March 2026 or 3 February 2026. Write 2026-03-02 or 2026-02-03.'],
    ['2-3-2026', '2-3-2026 can be 2 March 2026 or 3 February 2026. Write 2026-03-02 or 2026-02-03.'],
    ['31 Feb 2026', 'There is no 31 February 2026: the month has 28 days.'],
    ['2026-02-30', 'There is no 30 February 2026: the month has 28 days.'],
    ['31/04/2026', 'There is no 31 April 2026: the month has 30 days.'],
    ['04/31/2026', 'There is no 31 April 2026: the month has 30 days.'],
    ['0.3.2026', 'There is no 0 March 2026: the month has 31 days.'],
    ['1.13.2026', 'There is no month 13. Write it as 2026-11-29 or 29 Nov 2026.'],
    ['29/11/26', '29/11/26 is no day that can be read. Write the year with four digits, such as 2026-11-29.'],
    ['tomorrow', 'tomorrow is no day that can be read. Write it as 2026-11-29 or 29 Nov 2026.'],
    ['29 Nix 2026', '29 Nix 2026 is no day that can be read. Write it as 2026-11-29 or 29 Nov 2026.'],
    ['292026-11-29', '292026-11-29 is no day that can be read. Write it as 2026-11-29 or 29 Nov 2026.'],
    ['', 'Write a day, such as 2026-11-29 or 29 Nov 2026.'],
  ])('is not read from %j, and what to write is said', (typed, problem) => {
    expect(readDay(typed)).toEqual({ day: null, problem });
  });

  it('is not a long text, which is not said again', () => {
    expect(readDay('9'.repeat(10_000)).problem).toMatch(/^This is no day/);
  });
});
