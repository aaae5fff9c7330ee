import { describe, expect, it } from 'vitest';
import { previousMonth } from '#core/scorecard/period.ts';
import { usualSettings } from '#core/scorecard/settings.ts';
import type { TrendKey } from '#core/scorecard/trend.ts';
import { drawTrend, listTrendMonths, type TrendMonth } from '#core/scorecard/trend-lines.ts';
import { listTrendFile, trendColumns } from '#core/scorecard/trend-words.ts';
import { pastMonth, publishedMonth, trendMonth } from '../../support/trend-months.ts';

const lineOf = (months: readonly TrendMonth[], key: TrendKey) => {
  const line = drawTrend(months).find((one) => one.key === key);
  if (!line) throw new Error(`no line for ${key}`);
  return line;
};
const health = (period: string, pct: number | null, around: Parameters<typeof trendMonth>[2] = {}) =>
  trendMonth(period, { controls_health_pct: pct }, around);
const stricter = { ...usualSettings, controls: { ...usualSettings.controls, stale_after_days: 14 } };

describe('The trend over twelve months', () => {
  it('has nine lines, and none before there is a month', () => {
    expect(drawTrend([])).toEqual([]);
    expect(drawTrend([health('2026-10', 90)])).toHaveLength(9);
  });

  it('ends with the last month and begins with the first one of the twelve that is there', () => {
    const months: TrendMonth[] = [];
    for (let month = '2026-10'; months.length < 14; month = previousMonth(month)) months.unshift(health(month, 90));
    const points = (some: readonly TrendMonth[]) =>
      lineOf(some, 'controls_health_pct').points.map(({ month }) => month);
    expect([points(months).length, points(months)[0], points(months).at(-1)]).toEqual([12, '2025-11', '2026-10']);
    expect(points(months.slice(-3))).toEqual(['2026-08', '2026-09', '2026-10']);
  });

  it('leaves a gap where a month is missing, and compares with no other one', () => {
    const { points, words, change } = lineOf(
      [health('2026-07', 80), health('2026-08', 85), health('2026-10', 90)],
      'controls_health_pct',
    );
    expect(points.map(({ month, value, isMissing }) => [month, value, isMissing])).toEqual([
      ['2026-07', 80, false],
      ['2026-08', 85, false],
      ['2026-09', null, true],
      ['2026-10', 90, false],
    ]);
    expect([words, change]).toEqual(['The month before is missing: nothing to compare with.', null]);
  });

  it('breaks where a figure was counted otherwise, across a missing month too, and compares nothing over it', () => {
    const months = [
      health('2026-07', 80),
      health('2026-09', 85, { settings: stricter }),
      health('2026-10', 90, { settings: stricter }),
    ];
    const breaks = (key: TrendKey) => lineOf(months, key).points.map(({ isBreak }) => isBreak);
    expect(breaks('controls_health_pct')).toEqual([false, false, true, false]);
    expect(breaks('drift_open')).toEqual([false, false, false, false]);
    const fresh = lineOf([health('2026-09', 85), health('2026-10', 90, { settings: stricter })], 'controls_health_pct');
    expect(fresh.words).toBe('Counted otherwise than the month before: not compared.');
    expect(fresh.change).toMatchObject({ definition_changed: true, delta: null, direction: null, verdict: null });
  });

  it('averages rates over three months that are all there and counted alike, and no counts', () => {
    const means = (months: readonly TrendMonth[]) =>
      lineOf(months, 'controls_health_pct').points.map(({ mean3 }) => mean3);
    const four = [health('2026-07', 80), health('2026-08', 85), health('2026-09', 90), health('2026-10', 91.2)];
    expect(means(four)).toEqual([null, null, 85, 88.7]);
    expect(means([four[0], four[1], four[3]].flatMap((month) => month ?? []))).toEqual([null, null, null, null]);
    expect(means([...four.slice(0, 3), health('2026-10', 91, { settings: stricter })])).toEqual([null, null, 85, null]);
    const counts = four.map((month) => ({ ...month, headlines: { ...month.headlines, drift_open: 4 } }));
    expect(lineOf(counts, 'drift_open').points.map(({ mean3 }) => mean3)).toEqual([null, null, null, null]);
  });

  it('holds back a rate of fewer than five values, its mean and its change, but no count', () => {
    const n = (controls_health_pct: number) => ({ n: { controls_health_pct } });
    const months = [health('2026-08', 50, n(5)), health('2026-09', 60, n(4)), health('2026-10', 75, n(5))];
    const { points, change, words } = lineOf(months, 'controls_health_pct');
    expect(points.map(({ value, isHeldBack, mean3 }) => [value, isHeldBack, mean3])).toEqual([
      [50, false, null],
      [null, true, null],
      [75, false, null],
    ]);
    expect([change, words]).toEqual([null, 'The month before has too few values to compare with.']);
    expect(lineOf(months.slice(0, 2), 'controls_health_pct').words).toBe(
      'Made of 4 values, which is too few for a trend.',
    );
    const one = trendMonth('2026-10', { drift_open: 1 });
    expect(lineOf([one], 'drift_open').points[0]).toMatchObject({ value: 1, isHeldBack: false });
  });
});

describe('The change since the month before, in words', () => {
  const words = (key: TrendKey, before: number | null, now: number | null) =>
    lineOf([trendMonth('2026-09', { [key]: before }), trendMonth('2026-10', { [key]: now })], key).words;

  it.each<[TrendKey, number | null, number | null, string]>([
    ['controls_health_pct', 50, 54.5, '4.5 points more than the month before: better.'],
    ['sla_missed_pct', 40, 39, '1 point less than the month before: better.'],
    ['mttd_hours', 6, 8, '2 hours more than the month before: worse.'],
    ['p0_count', 3, 1, '2 fewer than the month before: better.'],
    ['exceptions_active', 7, 6, '1 fewer than the month before: neutral.'],
    ['drift_open', 4, 4, 'The same as the month before.'],
    ['mttr_hours', null, 4, 'Not measured in both months: nothing to compare.'],
  ])('of %s from %s to %s: %s', (key, before, now, told) => {
    expect(words(key, before, now)).toBe(told);
  });

  it('says of the first month that it is the first', () => {
    expect(lineOf([health('2026-10', 90)], 'controls_health_pct').words).toBe(
      'The first month: nothing to compare it with yet.',
    );
  });
});

describe('The months of the trend', () => {
  it('are the newest revision of each, and what only a later month remembers', () => {
    const october = publishedMonth('2026-10', 1, [
      pastMonth('2026-08', { drift_open: 9 }),
      pastMonth('2026-09', { drift_open: 8 }),
    ]);
    const september = publishedMonth('2026-09');
    const corrected = { ...september, revision: 2, headlines: { ...september.headlines, drift_open: 7 } };
    const months = listTrendMonths([october, corrected, september]);
    expect(months.map(({ period, headlines }) => [period, headlines.drift_open])).toEqual([
      ['2026-08', 9],
      ['2026-09', 7],
      ['2026-10', 4],
    ]);
    expect(months.map(({ n }) => n.mttr_hours)).toEqual([undefined, september.figures.incidents?.mttr_n, 4]);
  });

  it('know how many values a rate is made of: of October, three and four times are too few, eleven assets are not', () => {
    const [month] = listTrendMonths([publishedMonth('2026-10')]);
    expect(month?.n).toEqual({ controls_health_pct: 11, mttd_hours: 3, mttr_hours: 4, sla_missed_pct: 9 });
    const shown = drawTrend([month].flatMap((one) => one ?? [])).map(({ key, points: [point] }) => [key, point?.value]);
    expect(shown).toEqual([
      ['controls_health_pct', 54.5],
      ['p0_count', 1],
      ['p1_count', 3],
      ['mttd_hours', null],
      ['mttr_hours', null],
      ['drift_open', 4],
      ['exceptions_active', 6],
      ['exceptions_expiring_30d', 3],
      ['sla_missed_pct', 55.6],
    ]);
  });
});

describe('The figures of the trend as a table', () => {
  it('hold back nothing and mark what the page holds back', () => {
    const file = listTrendFile(listTrendMonths([publishedMonth('2026-10')]));
    if (file.is !== 'table') throw new Error('no table');
    expect(file.header).toEqual(trendColumns);
    expect(file.rows.find(([key]) => key === 'mttd_hours')).toEqual([
      'mttd_hours',
      '2026-10',
      '8',
      'h',
      '3',
      '',
      'yes',
      'no',
      'occurred_at to detected_at',
    ]);
    expect(file.rows.find(([key]) => key === 'p1_count')?.slice(0, 7)).toEqual([
      'p1_count',
      '2026-10',
      '3',
      'count',
      '',
      '',
      'no',
    ]);
  });
});
