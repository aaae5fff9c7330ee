import { readFileSync } from 'node:fs';
import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { type MonthRows, measureMonth } from '#core/scorecard/measure-month.ts';
import { chooseMonth } from '#core/scorecard/month-choice.ts';
import { readPrevious } from '#core/scorecard/read-previous.ts';
import { monthConfigSchema } from '#core/scorecard/settings.ts';
import { figuresSchema } from '#core/scorecard/snapshot.ts';
import { readLines } from './tables.ts';

const load = (name: string) =>
  readFileSync(new URL(`../../fixtures/acceptance/scorecard/${name}`, import.meta.url), 'utf8');
const expected: unknown = JSON.parse(load('expected.json'));

test('Every figure, rating and change of the acceptance month is the one worked out by hand', () => {
  const rows = Object.fromEntries(
    fileKinds.map((kind) => {
      const table = readLines(kind, papaparse.parse<string[]>(load(`${kind}.csv`)).data);
      expect([table.fault, table.problems, table.warnings]).toEqual([null, [], []]);
      return [kind, table.rows];
    }),
  ) as unknown as MonthRows;
  const chosen = chooseMonth('2026-10', monthConfigSchema.parse(JSON.parse(load('config.json'))), '2026-11-30');
  const previous = readPrevious(JSON.parse(load('previous_snapshot.json')));
  if ('problem' in chosen || 'problems' in previous) throw new Error(JSON.stringify([chosen, previous]));
  const { figures } = measureMonth(rows, chosen.period, chosen.settings, previous.months[0] ?? null);
  expect(figures).toMatchObject(expected as object);
  expect(figures.trend).toEqual((expected as { trend: object }).trend);
  expect(figures.exceptions?.days_left).toEqual(
    (expected as { exceptions: { days_left: object } }).exceptions.days_left,
  );
  expect(figuresSchema.safeParse(figures).error).toBeUndefined();
});
