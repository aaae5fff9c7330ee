import { describe, expect, test } from 'vitest';
import { buildScorecardPage } from '#core/scorecard/page/scorecard-page.ts';
import { composeSentence } from '#core/scorecard/page/sentence.ts';
import { describeTiles } from '#core/scorecard/page/tiles.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import { acceptanceFiles, headsOnly, october, september } from '../../../support/scorecard-month.ts';
import { asks, elevenMonths, readiness, scorecardSets } from '../../../support/scorecard-sets.ts';
import { tellDocument, tellTile } from '../../../support/told.ts';

const tilesOf = (scorecard: Scorecard) => describeTiles(scorecard).map(tellTile);
const tileOf = (scorecard: Scorecard, name: string) =>
  tilesOf(scorecard).find((tile) => tile.replace('~', '').startsWith(`${name}:`));
const pageOf = (scorecard: Scorecard) => tellDocument(buildScorecardPage(scorecard)).replaceAll('\u00A0', ' ');
/** The head of a file and so many of its rows. */
const first = (kind: keyof typeof acceptanceFiles, rows: number) =>
  `${acceptanceFiles[kind]
    ?.split('\n')
    .slice(0, rows + 1)
    .join('\n')}\n`;

describe('The five tiles', () => {
  test('say figure, state, what is in it, change and n', () => {
    expect(tilesOf(october()).map((tile) => tile.replaceAll('\u00A0', ' '))).toEqual([
      'Controls: 6 of 11 | [red] 54.5 %, below 85 | worst: tier 0, 2 of 4 | 1 stale, 1 unknown | with exceptions 63.6 % | compliant ↑ 4.5 points, better | n = 11',
      'Incidents: 1 P0 · 3 P1 | 1 open; not rated | detect 2, 4, 18 h | resolve 6, 12, 48, 96 h | P0 +1, P1 +1, worse | n = 3 to detect (1 without start), 4 to resolve',
      'Drift: 4 open | [red] above 3 % of active | 2 unmanaged, 2 shadow | 1 faces the internet | 62, 26, 10, 3 days old | open ↓ 1, better | 4 of 17, 23.5 % (13 active assets + 4 open)',
      'Exceptions: 6 active | [red] 1 expired, still open | 3 end within 30 days | red flag: 2 of 8 on the list | 1 without owner | active ↓ 1, neutral | n = 6, 1 more pending',
      'Patching: 3 overdue | 1 critical or KEV | oldest 37 days overdue | 3 on tier 0/1, 2 exposed | [red] 5 of 9 missed | missed ↑ 15.6 points, worse | cohort n = 9, 55.6 %',
    ]);
  });

  test('with fewer than five assets have no per cent, no rating and no arrow', () => {
    const few = tileOf(october({ files: { assets: first('assets', 4) } }), 'Controls');
    expect(few).toBe(
      'Controls: 2 of 4 | n below 5: no per cent | worst: tier 0, 2 of 4 | 1 stale | too few to compare | n = 4',
    );
  });

  test('with fewer than five patches due name those missed', () => {
    const few = tileOf(october({ files: { vulnerabilities: first('vulnerabilities', 3) } }), 'Patching');
    expect(few).toMatch(/^Patching: 0 overdue/);
    expect(few).toContain('1 of 3 missed | missed: V-02 | too few to compare | cohort n = 3');
    expect(few).not.toMatch(/%|\[red\]|[↑↓]/);
  });

  test('with five durations have mean, median and a rating of the mean', () => {
    const rows = Array.from({ length: 5 }, (_, at) =>
      [`I-${at}`, 'Outage', 'P1', '', `2026-10-0${at + 1}T00:00:00Z`, `2026-10-0${at + 1}T0${at + 1}:30:00Z`].join(','),
    );
    const incidents = `incident_id,title,severity,category,occurred_at,detected_at\n${rows.join('\n')}\n`;
    const told = tileOf(october({ files: { incidents } }), 'Incidents');
    expect(told).toContain('[green] detect: mean 3.5 h, median 3.5 h | resolve: no value');
    expect(told).toContain('0 P0 · 5 P1 | 5 open; not rated');
  });

  test('of no asset are not applicable, never all of them', () => {
    const [controls, , drift] = tilesOf(october({ files: headsOnly }));
    expect(controls).toBe('Controls: n/a | no asset in scope | too few to compare | n = 0');
    expect(drift).toContain('0 open | not rated: no assets');
    expect(pageOf(october({ files: headsOnly }))).not.toMatch(/100(\.0)? %/);
  });

  test('from fifty assets on stand as per cent first', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `A-${at},a,0,active,${at < 57 ? 'compliant' : ''},2026-10-30`);
    const assets = `asset_id,name,tier,status,baseline_status,baseline_checked_on\n${rows.join('\n')}\n`;
    const told = tileOf(october({ files: { assets } }), 'Controls')?.replaceAll('\u00A0', ' ');
    expect(told).toContain('Controls: 95.0 % | [green] 57 of 60, at least 95 |');
  });

  test('of a stale source stand grey with its day', () => {
    for (const tile of tilesOf(october({ dated: '2026-10-12' })))
      expect(tile.replaceAll('\u00A0', ' ')).toMatch(/^~.*\| source of 12 Oct 2026, 19 days old \|/s);
    expect(tilesOf(october({ dated: '2026-10-24' })).join()).not.toMatch(/~|days old \| 2 unmanaged/); // seven days are fresh
  });

  test('of a file that was not read say so and nothing else', () => {
    const [controls, incidents] = tilesOf(october({ files: { assets: null, incidents: null } }));
    expect(controls).toBe('~Controls: unknown | no assets file was read |  | not counted');
    expect(incidents).toBe('~Incidents: unknown | no incidents file was read |  | not counted');
  });

  test('of a first month have no arrow', () => {
    const told = tilesOf(october({ previous: [] }));
    expect(told.filter((tile) => tile.includes('first month'))).toHaveLength(5);
    expect(told.join()).not.toMatch(/[↑↓→]/);
  });

  test('say which month is missing where there is none right before', () => {
    const told = tilesOf(october({ previous: [{ ...september, period: '2026-08' }] }));
    expect(told.filter((tile) => tile.includes('no scorecard of September 2026'))).toHaveLength(5);
  });

  test('counted by another definition than last month are not compared, and their line breaks', () => {
    const changed = october({ previous: [{ ...september, definitions: { controls_health_pct: 'all assets' } }] });
    const [controls, incidents] = describeTiles(changed);
    expect(controls?.change).toBe('counted anew: not compared');
    expect(controls?.sparkline.points.map(({ isCountedAnew }) => isCountedAnew).lastIndexOf(true)).toBe(11);
    expect(controls?.sparkline.description).toContain('50, counted differently from here: 54.5.');
    expect(incidents?.sparkline.points.some(({ isCountedAnew }) => isCountedAnew)).toBe(false);
  });

  test('draw twelve months, with a gap where a month has no figure', () => {
    const drift = describeTiles(october({ previous: elevenMonths }))[2];
    expect(drift?.sparkline.points).toHaveLength(12);
    expect(drift?.sparkline.points.map(({ value }) => value).slice(3, 7)).toEqual([6, null, 3, 4]);
    expect(drift?.sparkline.description).toMatch(/^Open drift, November 2025 to October 2026: .*no figure/);
  });
});

describe('The page', () => {
  test('begins with what is asked of leadership, then the sentence, then the figures', () => {
    const kinds = buildScorecardPage(october({ asks })).blocks.map(({ is }) => is);
    expect(kinds.slice(0, 6)).toEqual(['title', 'meta', 'page_head', 'table', 'lead', 'tiles']);
    expect(pageOf(october())).toContain('Nothing is asked of leadership this month.');
  });

  test('names failing assets of the lowest tier first, and of how many', () => {
    const told = pageOf(october());
    expect(told).toContain('Failing assets, tier 0 and 1: 5 of 5');
    expect(told).toContain('A-003 | ci-control-plane | 0 | not compliant; exception E-001 ends in 15 days | devops');
    expect(told).toContain('A-004 | backup-vault | 0 | last checked 41 days ago | devops');
    expect(told).toContain('A-008 | support-portal | 1 | never checked | support');
    expect(told).toContain('A-010 | legacy-gateway | 1 | not compliant; exception E-004 expired 15 Oct 2026 | product');
  });

  test('names the exceptions with a red flag before others, in the order of the list', () => {
    const told = pageOf(october());
    expect(told).toContain('Most urgent exceptions: 5 of 8');
    const ids = [...told.matchAll(/^(E-\d+) \|/gm)].map(([, id]) => id);
    expect(ids).toEqual(['E-004', 'E-007', 'E-001', 'E-003', 'E-002']);
    expect(told).toContain(
      'E-002 | Shared mailbox without MFA | 92 | none | !no owner, no compensating control | escalate',
    );
    expect(told).toContain(
      'E-004 | Legacy gateway TLS | 16 over | product.lead | !expired, renewed twice or more | fix',
    );
  });

  test('puts P0 and P1 on the days they were detected, in the time zone of the month', () => {
    const strip = buildScorecardPage(october()).blocks.find(({ is }) => is === 'day_strip');
    expect(strip).toMatchObject({ description: '1 P0 on 10 October; 3 P1 on 3, 20 and 31 October.', known: 31 });
    const unfinished = scorecardSets['month not over']();
    expect(pageOf(unfinished)).toContain('n = 2; after 15 October 2026 still to come');
  });

  test('keeps exercises apart from the figures', () => {
    const told = pageOf(october({ readiness }));
    expect(told).toContain(
      'Exercise readiness (not part of the figures above). Last exercise “Trusted Build”, 22 Oct 2026; Q4 2026 held; 4 of 5 actions due closed on time; 1 gap came back.',
    );
    expect(told).toContain('Left out: 1 exercise, 1 false positive');
  });

  test('prints thresholds, and of each file rows, what was refused, what is unknown and its day', () => {
    const told = pageOf(october());
    expect(told).toContain('thresholds version 1: controls G from 95, A from 85 %; drift');
    expect(told).toContain('14 rows, 0 rejected / 1 unknown, 1 stale / of 31 Oct 2026');
    expect(pageOf(october({ files: { drift: null } }))).toContain('not read');
    const missing = pageOf(october({ files: { exceptions: null } }));
    expect(missing).toContain('No exceptions file was read: nobody knows which are open.');
    expect(missing).toContain('nothing counts as accepted');
  });

  test('gives up words before rows where it does not fit, and never an ask', () => {
    const lengths: number[] = [];
    const page = buildScorecardPage(october({ asks }), (blocks) => {
      lengths.push(tellDocument({ blocks }).length);
      return false;
    });
    expect(lengths.length).toBeGreaterThan(5);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(tellDocument(page)).toContain('Most urgent exceptions: 1 of 8');
    expect(tellDocument(page).match(/ Nov 2026$|\u00A0Nov\u00A02026$/gm)).toHaveLength(3);
  });

  test('is settled at the end of its day until it is published', () => {
    const berlin = october({ period: describePeriod('2026-10', 'Europe/Berlin') });
    expect(buildScorecardPage(berlin).settledAt).toBe('2026-10-31T23:00:00Z');
    expect(buildScorecardPage(october({ publishedAt: '2026-11-03T09:00:00Z' })).settledAt).toBe('2026-11-03T09:00:00Z');
  });
});

describe('The sentence', () => {
  const names = ['product.lead', 'devops', 'platform', 'ciso', 'Larkfield'];

  test('of the security lead stands as it was written', () => {
    const page = buildScorecardPage(october({ sentence: ' One P0\nin October. ' }));
    expect(page.blocks).toContainEqual({ is: 'lead', text: 'One P0 in October.', by: null });
    expect(tellDocument(page)).not.toContain('put together from the figures');
  });

  test('is put together from number, change, driver and ask where nobody wrote one, and says so', () => {
    expect(composeSentence(october({ asks }).snapshot)).toBe(
      '6 of 11 assets meet their baseline, 4.5 points more than in September; worst: tier 0, 2 of 4. 1 P0 and 3 P1, 1 open. 5 of 9 patching deadlines missed, 15.6 points more than in September. Open drift: 4. Asked: 3 decisions.',
    );
    expect(pageOf(october())).toContain('The sentence was put together from the figures.');
  });

  test.each(Object.entries(scorecardSets).filter(([name]) => name !== 'large'))(
    'of "%s" has 240 letters at most and no name',
    (_, make) => {
      const sentence = composeSentence(make().snapshot);
      expect(sentence.length).toBeLessThanOrEqual(240);
      expect(names.filter((one) => sentence.includes(one))).toEqual([]);
    },
  );
});
