import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsSchema } from '#core/scorecard/settings.ts';
import { rememberMapping } from '#services/registers/scorecard-mappings.ts';
import { saveScorecardSettings } from '#services/registers/scorecard-settings.ts';
import { makeWorkspace, type Workspace } from '#services/saving/workspace.ts';
import { writeRevision } from '#services/scorecard/revisions.ts';
import { musterHere } from '../support/muster.ts';
import { october } from '../support/scorecard-month.ts';

const given = join(import.meta.dirname, '../fixtures/acceptance/scorecard');
const silent = () => {};
let folder: string;
let place: string;
let data: string;
let out: string;
let workspace: Workspace;

/** What somebody set, named and published on screen. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-scorecard-'));
  place = join(folder, 'workspace');
  const made = await makeWorkspace(place);
  if (!made.ok) throw new Error(made.problem.message);
  workspace = made.value;
  const settings = settingsSchema.parse({
    timezone: 'Europe/Berlin',
    organisation: 'Larkfield Systems',
    controls: { stale_after_days: 400, scope_tiers: [0] },
    rag: { drift_ratio_pct: { green_max: 40, amber_max: 60 } },
  });
  await saveScorecardSettings(workspace, settings, '2026-10-01T08:00:00Z', silent);
  const heads = ['Host', 'Name', 'Tier', 'State', 'Baseline', 'Seen'];
  const mapping = { asset_id: 'Host', status: 'State', baseline_status: 'Baseline', baseline_checked_on: 'Seen' };
  const orders = { baseline_checked_on: 'day_first' } as const;
  await rememberMapping(workspace, { kind: 'assets', heads, mapping, orders }, silent);
  const { snapshot } = october();
  const period = { ...snapshot.period, month: '2026-09' };
  for (const [revision, open] of [
    [1, 9],
    [2, 3],
  ] as const) {
    const headlines = { ...snapshot.headlines, drift_open: open };
    await writeRevision(workspace, '2026-09', { snapshot: { ...snapshot, period, revision, headlines }, files: {} });
  }
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  [data, out] = [join(folder, 'data'), join(folder, 'out')];
  await cp(given, data, { recursive: true });
  await writeFile(
    join(data, 'assets.csv'),
    'Host;Name;Tier;State;Baseline;Seen\nA-1;Portal;0;active;compliant;05.10.2026\nA-2;Mail;1;active;compliant;05.10.2026\n',
  );
});
afterEach(async () => {
  for (const made of [data, out]) await rm(made, { recursive: true, force: true });
});

const words = (...more: readonly string[]) => {
  const needed = { '--data': data, '--month': '2026-10', '--out': out, '--workspace': place };
  return ['scorecard', ...Object.entries(needed).flat(), ...more];
};

const written = async () => JSON.parse(await readFile(join(out, 'scorecard.json'), 'utf8'));

describe('muster scorecard with a workspace', () => {
  test('counts by the settings of the screen, reads columns and days as they were named there, and compares with the month published before', async () => {
    const { code, stdout } = await musterHere(...words('--json'));
    expect(code).toBe(0);
    const printed = JSON.parse(stdout);
    const mapping = { asset_id: 'Host', status: 'State', baseline_status: 'Baseline', baseline_checked_on: 'Seen' };
    const by = {
      ...{ settings: 'workspace', config: [], previous: { month: '2026-09', revision: 2 } },
      mappings: { assets: { mapping, orders: { baseline_checked_on: 'day_first' } } },
    };
    expect(printed).toMatchObject({
      counted_by: by,
      controls_health: { in_scope: 1, compliant: 1, stale: [] },
      rag: { drift: 'red' },
      trend: { drift_open: { previous: 3, current: 4 } },
    });
    const { settings, organisation, counted_by, history } = await written();
    expect([settings.timezone, organisation, settings.version]).toEqual(['Europe/Berlin', 'Larkfield Systems', 2]);
    expect(counted_by).toEqual(by);
    expect(history).toMatchObject([{ period: '2026-09', headlines: { drift_open: 3 } }]);
  });

  test('lets --config and --previous go before them, part by part, and says which counted', async () => {
    const [config, previous] = [join(data, 'config.json'), join(data, 'previous_snapshot.json')];
    await writeFile(config, JSON.stringify({ timezone: 'UTC', controls: { scope_tiers: [0, 1] } }));
    const { code, stdout } = await musterHere(...words('--config', config, '--previous', previous));
    expect(code).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `Counted by the settings of the workspace ${place}, version 2, in UTC. ${config} goes before them with timezone, controls.scope_tiers.`,
      'The file of assets is read as on screen: asset_id is “Host”, status is “State”, baseline_status is “Baseline”, baseline_checked_on is “Seen”, baseline_checked_on has its day first.',
      'The month before: 2026-09.',
    ]);
    const { settings, figures, history } = await written();
    expect(settings.controls).toMatchObject({ stale_after_days: 400, scope_tiers: [0, 1] });
    expect(figures.controls_health.in_scope).toBe(2);
    expect(history).toMatchObject([{ headlines: { drift_open: 5 } }]);
  });

  test('takes days and profile of patching as one: days of the screen never go by the name of another profile', async () => {
    const own = settingsSchema.parse({
      vulnerability: { profile: 'own', sla_days: { critical: 1, high: 2, medium: 3, low: 4 } },
    });
    const other = join(folder, 'other');
    const made = await makeWorkspace(other);
    if (!made.ok) throw new Error(made.problem.message);
    await saveScorecardSettings(made.value, own, '2026-10-01T08:00:00Z', silent);
    await cp(join(given, 'assets.csv'), join(data, 'assets.csv'), { force: true });
    await writeFile(join(data, 'config.json'), '{"vulnerability":{"profile":"pci"}}');
    const definition = async (...more: readonly string[]) => {
      const asked = words(...more).map((word) => (word === place ? other : word));
      expect(await musterHere(...asked)).toMatchObject({ code: 0 });
      return (await written()).definitions.sla_missed_pct;
    };
    expect(await definition()).toBe('1/2/3/4 days');
    expect(await definition('--config', join(data, 'config.json'))).toBe('30/30/90/180 days');
  });

  test('changes nothing there, and refuses settings that are damaged rather than count by others', async () => {
    const path = workspace.registerPath('scorecard-settings');
    const whole = await readFile(path);
    await writeFile(path, '{"damaged":');
    const { code, stderr } = await musterHere(...words());
    expect(await readFile(path, 'utf8')).toBe('{"damaged":');
    await writeFile(path, whole);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${path} is damaged; it was left as it is`)]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    const before = await readdir(place, { recursive: true });
    expect(await musterHere(...words())).toMatchObject({ code: 0 });
    expect(await readdir(place, { recursive: true })).toEqual(before);
  });

  test('says where the month before was not published, and where it is damaged', async () => {
    await writeFile(join(data, 'config.json'), '{"as_of":"2026-11-30"}');
    const later = words('--config', join(data, 'config.json')).map((word) => (word === '2026-10' ? '2026-11' : word));
    const { stderr } = await musterHere(...later);
    expect(stderr).toContain('The last month that was published is 2026-09, not the month before 2026-11');
    const path = join(place, 'scorecards/2026-09/revision-2.json');
    const whole = await readFile(path);
    await writeFile(path, '{');
    const damaged = await musterHere(...words('--json'));
    await writeFile(path, whole);
    expect(JSON.parse(damaged.stdout)).toMatchObject({
      counted_by: { previous: null },
      notices: expect.arrayContaining([
        expect.objectContaining({ is: 'workspace', message: expect.stringContaining('revision-2.json is damaged') }),
      ]),
    });
  });
});
