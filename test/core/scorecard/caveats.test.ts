import { describe, expect, test } from 'vitest';
import { listCaveatNotes } from '#core/scorecard/page/caveat-notes.ts';
import { decidedRows } from '#core/scorecard/page/rows/list-decided.ts';
import { buildScorecardPage } from '#core/scorecard/page/scorecard-page.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { settingsSchema } from '#core/scorecard/settings.ts';
import { acceptanceFiles, october, september, settings } from '../../support/scorecard-month.ts';
import { tellDocument } from '../../support/told.ts';

type Changes = Parameters<typeof october>[0];
const saysOf = (changes: Changes) => october(changes).snapshot.caveats.map(({ says }) => says);
const unreadable = `${acceptanceFiles.assets}A-015,Late one,first,,,,,gone,,,,,\nA-016,Other,second,,,,,active,,,,,\n`;

describe('Before a month is published it says', () => {
  test('nothing where nothing is amiss', () => {
    expect(saysOf({})).toEqual([]);
    expect(tellDocument(buildScorecardPage(october()))).not.toContain('Caveats.');
  });

  test('which file was not taken, and which is stale', () => {
    expect(saysOf({ files: { drift: null }, dated: '2026-10-12' })).toEqual([
      'No drift file was taken: its figures are unknown.',
      'assets.csv is of 12 October 2026, 19 days before 31 October 2026: it is stale, and its figure is grey on the page.',
      'incidents.csv is of 12 October 2026, 19 days before 31 October 2026: it is stale, and its figure is grey on the page.',
      'exceptions.csv is of 12 October 2026, 19 days before 31 October 2026: it is stale, and its figure is grey on the page.',
      'vulnerabilities.csv is of 12 October 2026, 19 days before 31 October 2026: it is stale, and its figure is grey on the page.',
    ]);
  });

  test('how many rows of which file were left out, and by which columns', () => {
    expect(saysOf({ files: { assets: unreadable } })).toEqual([
      'assets.csv: 2 of 16 rows cannot be counted and were left out of every figure. Why: tier cannot be read (2); status cannot be read (1).',
    ]);
  });

  test('that the month is not over, and nothing of it once its last day is', () => {
    const until = (day: string) => saysOf({ period: describePeriod('2026-10', 'UTC', day) });
    expect(until('2026-10-30').at(0)).toBe(
      'October 2026 is counted up to the end of 30 October 2026, before it is over: what comes after is in no figure.',
    );
    expect(until('2026-10-31')).toEqual([]);
  });

  test('which rows another one does not bear out, which stand twice and which column is missing', () => {
    const drift = acceptanceFiles.drift?.replace(/E-003/g, 'E-999') ?? '';
    const assets = `${acceptanceFiles.assets}A-001,Twice,1,,,,,active,,,,,\n`;
    const incidents = 'incident_id,title,severity,detected_at,occurred_at,resolved_at,is_exercise\n';
    expect(saysOf({ files: { drift, assets, incidents } })).toEqual([
      'In drift, an exception that exceptions does not have, so none is credited: D-06.',
      '1 of the rows of assets came before with the same key: the last counts.',
      'The file of incidents has no column is_false_positive: unknown in every row.',
    ]);
  });

  test('each setting that is another than the month before, and where those are unknown each definition', () => {
    const before = settingsSchema.parse({
      ...settings,
      incidents: { mttd_to: 'declared_at' },
      rag: { ...settings.rag, p1_count: { green_max: 2, amber_max: 3 } },
    });
    expect(saysOf({ before: [{ of: 'September 2026', settings: before }] })).toEqual([
      'Settings are other than those of September 2026: time to detect from occurred to declared to occurred to detected; green and amber of P1 from 2 and 3 to 1 and 3.',
    ]);
    expect(saysOf({ before: [{ of: 'September 2026', settings }] })).toEqual([]);
    expect(saysOf({ previous: [{ ...september, definitions: { drift_open: 'other' } }] })).toEqual([
      'Counted otherwise than the month before: Open drift.',
    ]);
  });
});

test('What it was published in spite of, and why, stands on the page and behind it', () => {
  const scorecard = october({ files: { assets: unreadable, drift: null }, publishedBecause: 'The board meets today' });
  const page = tellDocument(buildScorecardPage(scorecard));
  expect(page).toContain(
    'Caveats. No file of drift; rows of assets left out; see scorecard-rows.docx. Published all the same: The board meets today.',
  );
  const behind = tellDocument({ blocks: listCaveatNotes(scorecard.snapshot) });
  expect(behind).toContain('No drift file was taken: its figures are unknown.');
  expect(behind).toContain('Published all the same: The board meets today');
  expect([...decidedRows(scorecard)].filter(([figure]) => figure === 'Not read of assets')).toContainEqual([
    ...['Not read of assets', 'assets', '16', 'line 16', 'tier', 'not read'],
    expect.stringContaining('tier holds “first”'),
  ]);
});
