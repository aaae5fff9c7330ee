import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { makeWordRunbook } from '../../support/word-runbook.ts';

type Muster = Awaited<ReturnType<typeof openMuster>>;

const runbook = '# Credential revocation\n\n1. Block sign-in.\n2. Revoke keys\n   of everybody.\n3. Tell everybody.\n';
const asFile = (text: string, name = 'RB-03.md') => ({ name, base64: Buffer.from(text).toString('base64') });

async function opened() {
  const workspace = await newWorkspace();
  const { clock, pass } = handClock();
  return { workspace, pass, muster: await openMuster(workspace, clock) };
}

const add = (muster: Muster, version = '2.1', text = runbook, id = 'RB-03') =>
  muster.ask.add_runbook({ about: { id, version, owner: 'Security', approved_on: '2026-01-12' }, file: asFile(text) });

/** An exercise under way that tests RB-03, with a gap and a change to its second step. */
async function propose(muster: Muster, fields: object = {}, tested: object = {}): Promise<string> {
  const script = 'q1-data-breach';
  const filled = need(await muster.ask.fill_plan({ script }));
  const plan = { ...filled.plan, runbooks: [{ id: 'RB-03', version: '2.1', ...tested }] };
  need(await muster.ask.save_plan({ plan: { ...filled, sample: false, plan } }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const change = {
    runbook: 'RB-03',
    step: '2',
    type: 'change' as const,
    old: 'Revoke keys\nof everybody.',
    new: 'Revoke all keys at once.',
    proposer: 'Dana Ortiz',
    ...fields,
  };
  const commands: readonly WindowCommand[] = [{ type: 'propose_runbook_change', change }, { type: 'end_exercise' }];
  for (const command of commands) need(await muster.ask.give_command({ exercise, command, pressedM: null }));
  return exercise;
}

const decide = (muster: Muster, origin: string, status: 'accepted' | 'rejected' | 'proposed', by = 'Sam Reyes') =>
  muster.ask.decide_runbook_change({ shelf: 'own', decision: { origin, status, by } });

const lineOf = async (muster: Muster, id = 'RB-03') => {
  const { own } = need(await muster.ask.load_runbooks({}));
  return own.lines.find((line) => line.id === id);
};

describe('The register of runbooks', () => {
  test('takes a file in with its bytes, its steps and what is known of it', async () => {
    const { workspace, muster } = await opened();
    expect(need(await add(muster))).toEqual({ id: 'RB-03', version: '2.1', steps: 3, notices: [] });
    expect(await lineOf(muster)).toMatchObject({
      title: 'Credential and session revocation',
      owner: 'Security',
      current: { version: '2.1', approved_on: '2026-01-12', kind: 'markdown' },
      openChanges: 0,
      exercised: null,
    });
    expect(await readFile(join(workspace, 'runbooks/RB-03/2.1.md'), 'utf8')).toBe(runbook);
    await muster.close();
  });

  test('keeps both of two files that are taken in at the same time', async () => {
    const { muster } = await opened();
    await Promise.all([add(muster), add(muster, '4.2', runbook, 'RB-04')].map(async (added) => need(await added)));
    const { own } = need(await muster.ask.load_runbooks({}));
    const held = own.lines.filter(({ current }) => current !== null).map(({ id, current }) => [id, current?.version]);
    expect(held).toEqual([
      ['RB-03', '2.1'],
      ['RB-04', '4.2'],
    ]);
    await muster.close();
  });

  test('takes a file in by its path, Word too', async () => {
    const { workspace, muster } = await opened();
    const path = join(workspace, 'revocation.docx');
    await writeFile(path, await makeWordRunbook());
    expect(need(await muster.ask.add_runbook({ about: { id: 'RB-03', version: '2.1' }, file: { path } })).steps).toBe(
      6,
    );
    await muster.close();
  });

  test('keeps nothing of what it refuses', async () => {
    const { workspace, muster } = await opened();
    need(await add(muster));
    const before = await readFile(join(workspace, 'registers/runbooks.json'));
    const refused = [
      await add(muster, '2.2', '%PDF-1.7'),
      await add(muster, '2.1', '1. Another text.\n'),
      await muster.ask.add_runbook({
        about: { id: 'RB-03', version: '2.2' },
        file: { path: join(workspace, 'nowhere.md') },
      }),
    ];
    expect(refused.map((answer) => (answer.ok ? null : answer.problem.code))).toEqual([
      'runbook_not_readable',
      'version_taken',
      'file_not_read',
    ]);
    expect(await readdir(join(workspace, 'runbooks/RB-03'))).toEqual(['2.1.md']);
    expect(await readFile(join(workspace, 'registers/runbooks.json'))).toEqual(before);
    await muster.close();
  });

  test.each([
    [{ id: '../RB-03', version: '1' }],
    [{ id: 'RB-03', version: '../../1' }],
    [{ id: 'RB-03', version: '1..2' }],
  ])('never leaves its folder: %j', async (about) => {
    const { workspace, muster } = await opened();
    expect(await muster.ask.add_runbook({ about, file: asFile(runbook) })).toMatchObject({ ok: false });
    expect(await readdir(workspace)).not.toContain('runbooks');
    await muster.close();
  });

  test('says where a file was changed behind its back, and goes on', async () => {
    const { workspace, muster } = await opened();
    need(await add(muster));
    await writeFile(join(workspace, 'runbooks/RB-03/2.1.md'), '1. Nothing.\n');
    const { own } = need(await muster.ask.load_runbooks({}));
    expect(own.lines[0]?.steps).toEqual([]);
    expect(own.notices[0]).toContain('was changed outside Muster');
    await muster.close();
  });
});

describe('A day of approval', () => {
  test('that a plan has otherwise is told when the version is taken in', async () => {
    const { muster } = await opened();
    const exercise = await propose(muster, {}, { approved_on: '2026-01-11' });
    const { notices } = need(await add(muster));
    expect(notices).toEqual([
      expect.stringMatching(/says that RB-03 2\.1 was approved on 11 January 2026; here it is 12 January 2026\./),
    ]);
    expect(exercise).toContain('q1');
    expect(need(await add(muster, '2.2')).notices).toEqual([]);
    await muster.close();
  });
});

describe('A change to a registered runbook', () => {
  test('comes out as a diff that patch applies, and as the changed file', async () => {
    const { workspace, muster } = await opened();
    need(await add(muster));
    const exercise = await propose(muster);
    const { folder, files } = need(await muster.ask.write_documents({ exercise }));
    expect(files.map(({ name }) => name)).toContain('runbooks/RB-03.md');
    const changed = await readFile(join(folder, 'runbooks/RB-03.md'), 'utf8');
    expect(changed).toBe(runbook.replace('Revoke keys\n   of everybody.', 'Revoke all keys at once.'));
    const place = join(workspace, 'repository');
    await mkdir(join(place, 'runbooks'), { recursive: true });
    await writeFile(join(place, 'runbooks/RB-03.md'), runbook);
    execFileSync('patch', ['-p1', '--fuzz=0', '-i', join(folder, 'runbook-changes.diff')], { cwd: place });
    expect(await readFile(join(place, 'runbooks/RB-03.md'), 'utf8')).toBe(changed);
    await muster.close();
  });

  test('that is withdrawn takes its file away with it, and no other', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const exercise = await propose(muster);
    const { folder } = need(await muster.ask.write_documents({ exercise }));
    await writeFile(join(folder, 'runbooks/RB-99.md'), 'mine');
    const { events } = need(await muster.ask.list_events({ exercise, after: 0 }));
    const of = events.find(({ type }) => type === 'runbook_change_proposed')?.seq ?? 0;
    need(
      await muster.ask.give_command({
        exercise,
        command: { type: 'withdraw_entry', of, reason: 'no' },
        pressedM: null,
      }),
    );
    need(await muster.ask.write_documents({ exercise }));
    expect(await readdir(join(folder, 'runbooks'))).toEqual(['RB-99.md']);
    expect(await readFile(join(folder, 'runbook-changes.diff'), 'utf8')).toContain('# No runbook change was proposed.');
    await muster.close();
  });

  test('is accepted, published as a new version and no longer open; the step counts as not exercised since', async () => {
    const { workspace, muster } = await opened();
    need(await add(muster));
    const exercise = await propose(muster);
    const origin = `${exercise}/RC-1`;
    expect(await lineOf(muster)).toMatchObject({ openChanges: 1, changes: [{ origin, status: 'proposed' }] });
    need(
      await muster.ask.decide_runbook_change({
        shelf: 'own',
        decision: { origin, status: 'accepted', by: 'Sam Reyes' },
      }),
    );
    const publish = { runbook: 'RB-03', version: '2.2', effective_on: '2026-04-01', approver: 'Sam Reyes' };
    expect(need(await muster.ask.publish_runbook({ shelf: 'own', publish }))).toEqual({ changes: [origin] });
    expect(await lineOf(muster)).toMatchObject({
      current: { version: '2.2', effective_on: '2026-04-01', approver: 'Sam Reyes' },
      openChanges: 0,
      changes: [{ status: 'published', version: '2.2', decidedBy: 'Sam Reyes' }],
      steps: [{ step: '1' }, { step: '2', text: 'Revoke all keys at once.', exercised: null }, { step: '3' }],
    });
    expect(await readFile(join(workspace, 'runbooks/RB-03/2.2.md'), 'utf8')).toContain(
      '2. Revoke all keys at once.\n3.',
    );
    await muster.close();
  });

  test('is approved by its owner only where somebody else is named as proposer: the document names the owner as author', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const origin = `${await propose(muster, { proposer: undefined, owner: 'Ruth Okafor' })}/RC-1`;
    expect(await decide(muster, origin, 'accepted', 'ruth okafor')).toMatchObject({
      problem: { code: 'self_approved', message: 'Ruth Okafor proposed RC-1 and cannot approve it.' },
    });
    need(await decide(muster, origin, 'accepted', 'Sam Reyes'));
    await muster.close();
  });

  test('is approved by nobody who proposed it, however the name is typed', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const origin = `${await propose(muster)}/RC-1`;
    expect(await decide(muster, origin, 'accepted', ' dana  ORTIZ')).toMatchObject({
      problem: { code: 'self_approved' },
    });
    need(await decide(muster, origin, 'accepted'));
    const publish = { runbook: 'RB-03', version: '2.2', effective_on: '2026-04-01', approver: 'Dana Ortiz' };
    expect(await muster.ask.publish_runbook({ shelf: 'own', publish })).toMatchObject({
      problem: { code: 'self_approved' },
    });
    expect((await lineOf(muster))?.current?.version).toBe('2.1');
    await muster.close();
  });

  test('of a Word original waits for the file that was changed by hand, and for one that holds the change', async () => {
    const { muster } = await opened();
    const take = async (version: string, second?: string) => {
      const base64 = Buffer.from(await makeWordRunbook(second)).toString('base64');
      need(await muster.ask.add_runbook({ about: { id: 'RB-03', version }, file: { name: 'rb.docx', base64 } }));
    };
    const publish = (version: string, fields: object = {}) =>
      muster.ask.publish_runbook({
        shelf: 'own',
        publish: { runbook: 'RB-03', version, effective_on: '2026-04-01', approver: 'Sam Reyes', ...fields },
      });
    await take('2.1');
    const origin = `${await propose(muster, { old: 'Revoke keys.', new: 'Revoke “all” keys – now.' })}/RC-1`;
    need(await decide(muster, origin, 'accepted'));
    expect(await publish('2.2')).toMatchObject({ problem: { code: 'word_original' } });
    await take('2.2');
    const refused = await publish('2.2');
    expect(refused.ok ? null : refused.problem.message).toBe(
      'RB-03 2.2 does not read as accepted. RC-1: step 2 still has its old text.',
    );
    expect((await lineOf(muster))?.changes).toMatchObject([{ status: 'accepted' }]);
    await take('2.3', 'Revoke "all" keys - now.');
    expect(need(await publish('2.3')).changes).toEqual([origin]);
    await muster.close();
  });

  test('is published although the file reads otherwise only for a reason, which stands beside it', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const origin = `${await propose(muster)}/RC-1`;
    need(await decide(muster, origin, 'accepted'));
    need(await add(muster, '2.2', runbook));
    const asked = { runbook: 'RB-03', version: '2.2', effective_on: '2026-04-01', approver: 'Sam Reyes' };
    expect(await muster.ask.publish_runbook({ shelf: 'own', publish: asked })).toMatchObject({
      problem: { code: 'not_in_file' },
    });
    const reason = 'The step moved to the annex.';
    need(await muster.ask.publish_runbook({ shelf: 'own', publish: { ...asked, reason } }));
    expect(await lineOf(muster)).toMatchObject({ changes: [{ status: 'published', reason }] });
    await muster.close();
  });

  test('that was decided can be opened again, once', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const origin = `${await propose(muster)}/RC-1`;
    expect(await decide(muster, origin, 'proposed')).toMatchObject({ problem: { code: 'not_decided' } });
    need(await decide(muster, origin, 'rejected'));
    need(await decide(muster, origin, 'proposed'));
    expect(await lineOf(muster)).toMatchObject({ openChanges: 1, changes: [{ status: 'proposed', decidedBy: null }] });
    await muster.close();
  });

  test('that does not fit the version in force is not published', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const origin = `${await propose(muster)}/RC-1`;
    need(await add(muster, '2.2', '1. Block sign-in.\n2. Something else.\n'));
    need(
      await muster.ask.decide_runbook_change({
        shelf: 'own',
        decision: { origin, status: 'accepted', by: 'Sam Reyes' },
      }),
    );
    const publish = { runbook: 'RB-03', version: '2.3', effective_on: '2026-04-01', approver: 'Sam Reyes' };
    const answer = await muster.ask.publish_runbook({ shelf: 'own', publish });
    expect(answer.ok ? null : answer.problem.message).toBe(
      'RC-1 cannot be made in RB-03: step 2 of version 2.2 reads otherwise than its old text.',
    );
    await muster.close();
  });

  test('offers the review the steps as they were tested, and says what is newer', async () => {
    const { muster } = await opened();
    need(await add(muster));
    const exercise = await propose(muster);
    need(await add(muster, '2.2', '1. Block sign-in.\n2. Something else.\n'));
    const { originals } = need(await muster.ask.load_tested_runbooks({ exercise }));
    expect(originals).toMatchObject([{ id: 'RB-03', version: '2.1', newer: { version: '2.2' } }]);
    expect(originals[0]?.steps[1]).toMatchObject({ step: '2', text: 'Revoke keys\nof everybody.' });
    await muster.close();
  });
});
