import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { registeredActionSchema } from '#core/actions/registered-action.ts';
import { listLog } from '#core/exercise/log.ts';
import { openNotes } from '#services/application/open-notes.ts';
import { createPlans } from '#services/application/plans.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { openActionRegister } from '#services/registers/action-register.ts';
import { openJournal } from '#services/saving/journal.ts';
import { sealHeader } from '#services/saving/journal-format.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { sampleScenario } from '../support/sample-scenario.ts';

// The files under fixtures/formats/v1 were saved by the first version, those under v2 by the one that gave the register more
// columns. They are never changed: what a user saved with it is opened for ever.
const saved = join(import.meta.dirname, '../fixtures/formats/v1');
const trials = countTrials('38', import.meta.filename, 5);

const exercises = [
  {
    exercise: '2026-exercise-scenario',
    segments: 2,
    count: 30,
    types: 15,
    head: '817421841d01b9791dee94e82243c5bccbe46df3a3a20d455b154249a294e8c7',
    standing: 27,
  },
  {
    exercise: '2026-every-field',
    segments: 1,
    count: 77,
    types: 47,
    head: 'f7dd441038f5a1c12c92fa378b40861e0582679b42ff175a5f211718191b9cbe',
    standing: 33,
  },
];

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'formats-'));
  await cp(saved, workspace, { recursive: true });
});

async function readLines(folder: string, segments: number): Promise<readonly Record<string, unknown>[]> {
  const names = Array.from({ length: segments }, (_, index) => `journal-000${index + 1}.jsonl`);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.trimEnd().split('\n').slice(1)).map((line) => JSON.parse(line));
}

describe('Row 38, what the first version saved', { timeout: 120_000 }, () => {
  it.each(exercises)('is still whole, entry by entry, and still replays to the same: $exercise', async (known) => {
    const { exercise, segments, count, types, head, standing } = known;
    const folder = join(workspace, 'exercises', exercise);
    expect(await verifyJournal(folder)).toEqual({ ok: true, events: count, head });
    const read = await readExercise(workspace, exercise);
    if (!read.ok) throw new Error(read.problem.message);
    const { state, damage, notices } = read.value;
    expect([damage, notices, state.phase, state.position]).toEqual([[], [], 'ended', count]);
    expect([...state.standing].length).toBe(standing);
    const lines = await readLines(folder, segments);
    const stated = lines.map(({ prev: _, h: __, ...event }) => event);
    expect(listLog(state.log)).toEqual(stated);
    expect(new Set(stated.map(({ type }) => type)).size).toBe(types);
    const { exitCode } = await runExport({ exercise, workspace, json: false, out: join(workspace, 'out') });
    expect(exitCode).toBe(0);
    trials.count('exercises');
  });

  it.each(exercises)('can be gone on with: $exercise', async ({ exercise, count }) => {
    const folder = join(workspace, 'exercises', exercise);
    const read = await readExercise(workspace, exercise);
    const scriptSha256 = read.ok ? (read.value.state.setup?.scenario.sha256 ?? '') : '';
    const { journal, readOnly } = await openJournal({ folder, exercise, scriptSha256 });
    expect(readOnly).toBeNull();
    const data = { observation: 'OB99', text: 'Written by a later version', kind: 'fact' } as const;
    const t = '2026-12-01T09:00:00.000Z';
    await journal.append([{ seq: count + 1, t, m: 9_000_000, s: 'later', type: 'observation_recorded', data }]);
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: count + 1 });
    trials.count('exercises');
  });

  it('is read from its register, its plan and its notes', async () => {
    const notices: string[] = [];
    const tell = (notice: string) => void notices.push(notice);
    const register = await openActionRegister(describeWorkspace(workspace), false, tell);
    expect(register.get()).toMatchObject({
      given: { '2026Q1': 0, '2026Q4': 7 },
      actions: [{ register_id: 'AI-2026Q4-007', title: 'Write the card: Ä “…”', due_on: '2026-12-01' }],
    });
    const plan = await createPlans(describeWorkspace(workspace), tell).load('q2-ransomware', sampleScenario);
    expect(plan.organisation).toEqual({ name: 'Wexcombe Systems GmbH', time_zone: 'Europe/Berlin' });
    const notes = await openNotes(join(workspace, 'exercises/2026-exercise-scenario'), tell);
    expect(notes.get()).toEqual({
      seen: { t: '2026-11-19T10:00:00.000Z', m: 3_600_000 },
      drafts: { gap: { title: 'Half a gap: Ä “…”' } },
      unsaved: [], // what that version did not keep yet
    });
    expect(notices).toEqual([]);
    trials.count('documents', 3);
  });

  it('is read from the register of the second version, every column of it', async () => {
    await cp(join(saved, '../v2'), workspace, { recursive: true });
    const notices: string[] = [];
    const tell = (notice: string) => void notices.push(notice);
    const register = await openActionRegister(describeWorkspace(workspace), false, tell);
    const { actions, given, left } = register.get();
    expect([given, left, notices]).toEqual([{ '2026Q4': 8 }, ['R. Okafor'], []]);
    const [verified = {}, dropped] = actions;
    const known = Object.keys(registeredActionSchema.shape).filter((field) => !(field in verified));
    expect(known).toEqual(['reason', 'accepted_by']); // which only what will not be done has
    expect(dropped).toMatchObject({ status: 'wont_do', reason: 'The office closes', accepted_by: 'A. Chief' });
    expect(verified).toMatchObject({ verified_by: 'Sam', external_key: 'SEC-14', history: [{}, { status: 'done' }] });
    trials.count('documents');
  });

  it('would open for reading only, had a newer version saved it', async () => {
    const exercise = '2026-every-field';
    const folder = join(workspace, 'exercises', exercise);
    const path = join(folder, 'journal-0001.jsonl');
    const [first = '', ...rest] = (await readFile(path, 'utf8')).split('\n');
    const { h: _, ...header } = JSON.parse(first);
    const bytes = [
      sealHeader({ ...header, format: 2 })
        .bytes.toString()
        .trimEnd(),
      ...rest,
    ].join('\n');
    await writeFile(path, bytes);
    const { readOnly, journal } = await openJournal({ folder, exercise, scriptSha256: header.script_sha256 });
    expect(readOnly).toContain('made by a newer version of Muster');
    await journal.close();
    expect(await readFile(path, 'utf8')).toBe(bytes);
    trials.count('exercises');
  });
});
