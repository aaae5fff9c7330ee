import { describe, expect, test } from 'vitest';
import { type ReadConfig, readMonthConfig } from '#core/scorecard/read-config.ts';
import { type Previous, readPrevious } from '#core/scorecard/read-previous.ts';
import { monthConfigSchema, settingsSchema, usualSettings } from '#core/scorecard/settings.ts';
import { findCrossedThresholds } from '#core/scorecard/thresholds.ts';
import { october } from '../../support/scorecard-month.ts';

const problemsOf = (read: ReadConfig | Previous) => ('problems' in read ? read.problems : []);
const faultsOf = (config: unknown) => problemsOf(readMonthConfig(config, null));
const raw = /Invalid|expected|Too (?:big|small)|Unrecognized/;

describe('A fault of --config', () => {
  test.each([
    [
      { rag: { mttd_hours: { green_max: '4h', amber_max: 24 } } },
      ['rag.mttd_hours.green_max is “4h”; a number is read.'],
    ],
    [{ rag: { mttd_hours: { green_max: 4 } } }, ['rag.mttd_hours.amber_max is missing; a number belongs there.']],
    [
      { vulnerability: { profile: 'pcidss' } },
      ['vulnerability.profile is “pcidss”; “default”, “fedramp_rev_5”, “pci”, “bod_26_04” or “own” is read.'],
    ],
    [
      { controls: { stale: 1 } },
      [
        'controls: stale means nothing here; scope, scope_tiers, stale_after_days or exception_counts_as_compliant is read.',
      ],
    ],
    [{ controls: { scope_tiers: [0, -1] } }, ['controls.scope_tiers[1] is -1; a whole number from 0 is read.']],
    [{ as_of: '31.10.2026' }, ['as_of is “31.10.2026”; a day such as 2026-10-31 is read.']],
    [
      { source_dates: { assets: 'today', hosts: '2026-10-31' } },
      [
        'source_dates.assets is “today”; a day such as 2026-10-31 is read.',
        'source_dates: hosts means nothing here; assets, incidents, drift, exceptions or vulnerabilities is read.',
      ],
    ],
    [
      { asks: [{ what: 'Patch', cost: '', owner: 'COO' }], people_left: 'Dana' },
      [
        'people_left is “Dana”; a list is read.',
        'asks[0].cost is “”; text that is not empty is read.',
        'asks[0].by is missing; a day such as 2026-10-31 belongs there.',
      ],
    ],
    [{ asks: [1, 2, 3, 4] }, ['asks is a list of 4; a list of at most 3 is read.']],
    [
      { sentence: 'a'.repeat(300) },
      [`sentence is “${'a'.repeat(40)}…” with 300 characters; text of at most 240 characters is read.`],
    ],
  ])('%j says which key, what is wrong and what is allowed', (config, told) => {
    const faults = faultsOf(config);
    expect(faults).toEqual(expect.arrayContaining(told));
    expect(faults.join('\n')).not.toMatch(raw);
  });

  test.each([[[]], [3], ['x'], [null]])('%j as a whole is told', (config) => {
    expect(faultsOf(config)).toEqual([expect.stringMatching(/^it holds .*; an object with version, timezone/)]);
  });

  test('is never told in words for programmers, whatever is put in whatever place', () => {
    const places = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? [path, ...Object.entries(value).flatMap(([key, held]) => places(held, [...path, key]))]
        : [path];
    const put = (path: readonly string[], value: unknown): unknown =>
      path.length === 0 ? value : { [path[0] ?? '']: put(path.slice(1), value) };
    for (const path of places(monthConfigSchema.parse({})))
      for (const wrong of [null, true, -1.5, 'x', [], {}, ['x'], { x: 1 }])
        for (const fault of faultsOf(put(path, wrong))) {
          expect(fault, JSON.stringify(put(path, wrong))).not.toMatch(raw);
          expect(fault, JSON.stringify(put(path, wrong))).toMatch(/(?:read|there|amber_m(?:in|ax)|red_min)\.$/);
        }
  });
});

describe('Thresholds', () => {
  test.each([
    [{ controls_health_pct: { green_min: 80, amber_min: 90 } }, 'rag.controls_health_pct: green_min is 80'],
    [{ p1_count: { green_max: 4, amber_max: 3 } }, 'rag.p1_count: green_max is 4 and amber_max is 3'],
    [{ p0_count: { green_max: 1, red_min: 1 } }, 'rag.p0_count: green_max is 1 and red_min is 1'],
  ])('%j in the wrong order are refused', (rag, told) => {
    expect(faultsOf({ rag })).toEqual([expect.stringContaining(told)]);
    expect(faultsOf({ rag })[0]).toMatch(/green_m(?:in|ax) is (?:at least|at most|less than) /);
  });

  test('as they are usually, or with no amber between, are in order', () => {
    expect(findCrossedThresholds(usualSettings.rag)).toEqual([]);
    const none = settingsSchema.parse({ rag: { p1_count: { green_max: 3, amber_max: 3 } } });
    expect(findCrossedThresholds(none.rag)).toEqual([]);
  });
});

describe('A fault of --previous', () => {
  const { snapshot } = october();
  test.each([
    [{ period: '2026-13' }, 'period is “2026-13”; a month such as 2026-10 is read.'],
    [{ period: '2026-09', drift_open: 'four' }, 'drift_open is “four”; a number or null is read.'],
    [{ period: '2026-09', p0: 1 }, 'p0 means nothing here; period, controls_health_pct, p0_count'],
    [[{ period: '2026-08' }, { drift_open: 1 }], 'entry 2: period is missing; a month such as 2026-10 belongs there.'],
    [{ ...snapshot, schema: 'other' }, 'schema is “other”; “muster-scorecard/1” is read.'],
    [{ ...snapshot, revision: 0 }, 'revision is 0; a whole number from 1 is read.'],
    [
      { ...snapshot, figures: { ...snapshot.figures, drift: { ...snapshot.figures.drift, open: null } } },
      'figures.drift.open is null; a whole number from 0 is read.',
    ],
    [3, 'it holds 3; an object with period, controls_health_pct'],
  ])('%# says where and what is read there', (value, told) => {
    const problems = problemsOf(readPrevious(JSON.parse(JSON.stringify(value))));
    expect(problems).toEqual([expect.stringContaining(told)]);
    expect(problems.join('\n')).not.toMatch(raw);
  });

  test('in many places is told for the first of them', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`drift_open_${at}`, 1]));
    const emptied = Object.fromEntries(Object.keys(snapshot).map((key) => [key, 1]));
    expect(problemsOf(readPrevious({ period: '2026-09', ...many }))).toHaveLength(1);
    const told = problemsOf(readPrevious({ ...emptied, schema: snapshot.schema }));
    expect([told.length, told.at(-1)]).toEqual([13, expect.stringMatching(/^and \d+ faults? more\.$/)]);
  });
});
