import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packNames } from '#core/pack/pack-names.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { createPlans } from '#services/application/plans.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { musterHere } from '../support/muster.ts';
import { readQuarter } from '../support/quarter-scripts.ts';

const root = join(import.meta.dirname, '../..');
const script = join(root, 'scenarios/q2-ransomware.yaml');
const captures = join(root, 'scenarios/samples/q2-ransomware.captures.yaml');
const files = packNames.map((name) => `${name}.docx`);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-pack-'));
});

/** A workspace in which this script is planned for so many minutes. */
async function planned(minutes: number): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), 'muster-planned-'));
  const plan = buildDefaultPlan('q2-ransomware', await readQuarter('q2-ransomware'), { zone: 'UTC' });
  const plans = createPlans(describeWorkspace(workspace), () => {});
  await plans.save({ ...plan, plan: { ...plan.plan, length_min: minutes } });
  return workspace;
}

describe('muster pack', () => {
  test('writes six papers and the invitation for the plan of a captures file and says what they hold', async () => {
    const out = join(folder, 'from-captures');
    const all = [...files, 'exercise-invitation.ics'];
    const { code, stdout } = await musterHere('pack', script, '--captures', captures, '--out', out, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ scenario: 'Q2-RANSOM', plan: 'captures', out, files: all });
    expect((await readdir(out)).sort()).toEqual([...all].sort());
  });

  test('takes the plan saved in the workspace', async () => {
    const workspace = await planned(150);
    const args = ['pack', script, '--out', join(folder, 'planned'), '--workspace', workspace];
    const { stdout } = await musterHere(...args);
    expect(stdout).toMatch(/^Cold Restore, 150 minutes, as planned in the workspace\.\nWritten to /);
  });

  test('takes every default where nothing is planned, and makes no workspace', async () => {
    const workspace = join(folder, 'nowhere');
    const { stdout } = await musterHere('pack', script, '--out', join(folder, 'default'), '--workspace', workspace);
    expect(stdout).toContain('with every default');
    expect(await readdir(folder)).not.toContain('nowhere');
  });

  test('writes nothing where the musts do not fit, and says how many minutes they need', async () => {
    const out = join(folder, 'too-short');
    const { code, stdout, stderr } = await musterHere('pack', script, '--out', out, '--workspace', await planned(30));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/cannot be played as planned: length_min 30 is too short: the musts need \d+ minutes/);
    expect(await readdir(folder)).not.toContain('too-short');
  });

  test('says which saved plan cannot be read, and keeps it', async () => {
    const workspace = await planned(105);
    const plan = join(workspace, 'plans/q2-ransomware.json');
    await writeFile(plan, '{"plan": half of it');
    const out = join(folder, 'damaged');
    const { code, stderr } = await musterHere('pack', script, '--out', out, '--workspace', workspace);
    expect(code).toBe(1);
    expect(stderr).toContain(`No pack was made. ${plan} is damaged`);
    expect(stderr).not.toContain('    at ');
    expect(await readdir(folder)).not.toContain('damaged');
  });

  test.each([
    ['no SCENARIO', ['--out', 'x'], 'Name one SCENARIO.'],
    ['no --out', [script], '--out is missing.'],
  ])('says what is missing: %s', async (_, args, says) => {
    const { code, stderr } = await musterHere('pack', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain('muster pack SCENARIO --out DIR');
  });

  test('names file and line where the script or the captures are wrong', async () => {
    const wrong = await musterHere('pack', 'absent.yaml', '--out', join(folder, 'x'));
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain('absent.yaml:1:1: error:');
    const other = join(root, 'scenarios/samples/q1-data-breach.captures.yaml');
    const mixed = await musterHere('pack', script, '--captures', other, '--out', join(folder, 'x'));
    expect(mixed.stderr).toMatch(/captures\.yaml:\d+: scenario: Q1-EXFIL is not the scenario played, Q2-RANSOM/);
  });
});
