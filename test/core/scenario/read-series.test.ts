import { describe, expect, it } from 'vitest';
import { placesOf, readSeries } from '#core/scenario/read-series.ts';

const valuesOf = (...cells: string[]) => readSeries(cells)?.points.map(({ value }) => value) ?? null;
const placed = (...cells: string[]) => {
  const series = readSeries(cells);
  return series && placesOf(series).map((place) => Math.round(place * 100) / 100);
};

describe('Figures of a dashboard', () => {
  it('are read with when they were, and their unit', () => {
    const row = ['Order API', 'error rate', '0.3% -> 12% -> 60%', '(16:55 / 16:59 / 17:03)'];
    expect(readSeries(row)).toEqual({
      unit: '%',
      points: [
        { figure: '0.3', value: 0.3, label: '16:55' },
        { figure: '12', value: 12, label: '16:59' },
        { figure: '60', value: 60, label: '17:03' },
      ],
    });
  });

  it.each([
    ['1,240 -> 310 -> 0', [1240, 310, 0]],
    ['12 → 14 → 15.', [12, 14, 15]],
    ['3 % → 4 % → 60 %', [3, 4, 60]],
    ['20ms -> 300ms -> 4,000ms (a / b)', [20, 300, 4000]],
  ])('in %s', (words, values) => {
    expect(valuesOf('Orders', words)).toEqual(values);
  });

  it.each([
    'two only: 3 -> 4',
    '3% -> 40ms -> 5%',
    '0,3% -> 12% -> 60%',
    '1.2.3 -> 1.2.4 -> 1.2.5',
    '-3 -> 4 -> 5',
    '-3 -> 4 -> 5 -> 6',
    '1 -> 2 -> 3 -> offline',
    '1 -> 2 -> 3 seconds -> offline',
    'none -> 1 -> 2 -> 3',
    'app-01 -> 12 -> 60',
    'app-a01, app-a02, 41 of 118',
    '1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9',
    '',
  ])('are left alone where a picture could be wrong: %s', (words) => {
    expect(valuesOf('Something', words)).toBe(null);
  });

  it('have no times where there are more or fewer of them than figures', () => {
    expect(readSeries(['Orders', '1 -> 2 -> 3 (09:00 / 09:05)'])?.points.map(({ label }) => label)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('stand as far apart as their times, and evenly where these are none, fall, or are too close to be read', () => {
    expect(placed('1 -> 2 -> 3 (09:00 / 09:10 / 09:40)')).toEqual([0, 0.25, 1]);
    expect(placed('1 -> 2 -> 3 (Mon / Tue / Wed)')).toEqual([0, 0.5, 1]);
    expect(placed('1 -> 2 -> 3 (23:50 / 00:10 / 00:20)')).toEqual([0, 0.5, 1]);
    expect(placed('1 -> 2 -> 3 (09:00 / 09:01 / 12:00)')).toEqual([0, 0.5, 1]);
    expect(placed('1 -> 2 -> 3')).toEqual([0, 0.5, 1]);
  });
});
