import { describe, expect, test } from 'vitest';
import { compareNumbers, findOutdated, listNumbers, listUnconfirmed } from '#core/scorecard/changed-numbers.ts';
import { acceptanceFiles, october } from '../../support/scorecard-month.ts';

const lacking = (id: string) =>
  acceptanceFiles.drift
    ?.split('\n')
    .filter((row) => !row.startsWith(id))
    .join('\n') ?? '';

/** October corrected: one open drift fewer. */
const changed = compareNumbers(
  listNumbers(october().snapshot.figures),
  listNumbers(october({ files: { drift: lacking('D-03') } }).snapshot.figures),
);
const named = (text: string) => findOutdated(text, changed).map(({ name }) => name);

describe('A text that a correction took over', () => {
  test('is marked where it names a number as it was, in digits or in words', () => {
    expect(changed).toContainEqual({ name: 'open drift', before: 4, after: 3 });
    for (const text of ['4 open.', 'Four hosts are open', 'open: 4', 'We have 4, of which', '4']) {
      expect(named(text), text).toContain('open drift');
    }
  });

  test('is left alone where the number is the new one, another, or a part of an id, a time or a larger one', () => {
    for (const text of ['3 open.', '14 open', 'E-4', 'D-04', 'P4', '4.7 h', '1,004', 'fourteen', 'forty', '2026-04'])
      expect(named(text), text).not.toContain('open drift');
  });

  test('keeps it from being published until it is changed or confirmed, and another change asks again', () => {
    const asks = [{ what: 'Onboard the four hosts', cost: '2 days', owner: 'CTO', by: '2026-11-30' }];
    const draft = { sentence: 'Six of eleven.', asks, confirmed: [] as string[] };
    const [told] = listUnconfirmed(draft, changed);
    expect(told).toMatch(/^Ask 1 names .*open drift, 4 → 3.* Change it, or confirm that it holds\.$/);
    const key = `Onboard the four hosts 2 days | ${findOutdated('four 2', changed)
      .map(({ name, before, after }) => `${name}, ${before} → ${after}`)
      .join('; ')}`;
    expect(listUnconfirmed({ ...draft, confirmed: [key] }, changed)).toEqual([]);
    const again = changed.map((one) => (one.name === 'open drift' ? { ...one, after: 2 } : one));
    expect(listUnconfirmed({ ...draft, confirmed: [key] }, again)).toHaveLength(1);
    expect(listUnconfirmed(draft, [])).toEqual([]);
  });

  test('with per cents is marked for the printed and the rounded one', () => {
    const pct = [{ name: 'per cent that meet it', before: 54.5, after: 60 }];
    expect(['54.5 %', '54,5 %', '55 %', '54 %'].map((text) => findOutdated(text, pct).length)).toEqual([1, 1, 1, 0]);
  });
});
