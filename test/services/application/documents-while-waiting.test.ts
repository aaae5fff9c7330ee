import { appendFile, mkdtemp, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExport } from '#cli/commands/export.ts';
import { runVerify } from '#cli/commands/verify.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';
const waiting = '1 capture waits to be saved and is in no document';

/** A capture waits, and what kept it from the disk has gone. */
async function withOneWaiting() {
  const workspace = await newWorkspace();
  const { clock } = handClock();
  const muster = await openMuster(workspace, clock);
  need(await muster.ask.fill_plan({ script }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
  const { size } = await stat(journal);
  await appendFile(journal, 'x');
  const command = { type: 'record_observation', kind: 'fact', text: 'This waits' } as const;
  expect((await muster.ask.give_command({ exercise, command, pressedM: null })).ok).toBe(false);
  const free = () => truncate(journal, size);
  return { workspace, clock, exercise, free, ...muster };
}

describe('Documents of an exercise in which captures wait to be saved', () => {
  it('have them in, where the disk takes them now', async () => {
    const { workspace, exercise, free, notices, ask, close } = await withOneWaiting();
    await free();
    need(await ask.write_documents({ exercise }));
    expect(await readFile(join(workspace, 'documents', exercise, 'timeline.csv'), 'utf8')).toContain('This waits');
    expect(JSON.stringify(notices)).not.toContain(waiting);
    await close();
  });

  it('are written without them from the command line, which says so, as verify does, until they are saved', async () => {
    const { workspace, clock, exercise, free, close } = await withOneWaiting();
    await close();
    await free();
    const out = await mkdtemp(join(tmpdir(), 'muster-out-'));
    const exported = await runExport({ exercise, out, workspace, json: true });
    expect(JSON.parse(exported.stdout)).toMatchObject({ unsaved: 1 });
    expect(exported).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(waiting) });
    const asked = { exercise, workspace };
    expect((await runVerify({ ...asked, json: false })).stderr).toContain(`${exercise}: ${waiting}`);
    expect((await runVerify({ ...asked, json: true })).stdout).toContain(waiting);
    const again = await openMuster(workspace, clock);
    expect(need(await again.ask.retry_unsaved({ exercise }))).toEqual({ left: 0 });
    await again.close();
    expect((await runVerify({ ...asked, json: false })).stderr).toBe('');
    expect(JSON.parse((await runExport({ exercise, out, workspace, json: true })).stdout)).toMatchObject({
      unsaved: 0,
    });
  });

  it('are written without one that the register keeps waiting, and the console is told', async () => {
    const { workspace, clock, exercise, free, close } = await withOneWaiting();
    await free();
    await close();
    const muster = await openMuster(workspace, clock);
    need(await muster.ask.retry_unsaved({ exercise }));
    await writeFile(join(workspace, 'registers/action-items.samples.json'), '{"format":99}');
    const command = { type: 'agree_action', item: { title: 'Write the list' } } as const;
    await muster.ask.give_command({ exercise, command, pressedM: null });
    need(await muster.ask.write_documents({ exercise }));
    expect(muster.notices.map((notice) => ('text' in notice ? notice.text : '')).join()).toContain(waiting);
    await muster.close();
  });
});
