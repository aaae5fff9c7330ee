import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listOutdated } from '#core/scorecard/changed-numbers.ts';
import { fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import {
  acceptance,
  acceptanceFile,
  countInUtc,
  month,
  previewText,
  sendFile,
  takeAcceptance,
  takeAsSeen,
} from '../../support/send-month.ts';

type Muster = Awaited<ReturnType<typeof openMuster>>;
const open: Muster[] = [];
afterEach(async () => {
  for (const muster of open.splice(0)) await muster.close();
});

async function opened(workspace?: string) {
  const place = workspace ?? (await newWorkspace());
  const { clock, pass } = handClock('2026-11-02T08:00:00Z');
  const muster = await openMuster(place, clock);
  return { workspace: place, pass, muster, ask: muster.ask };
}

/** Closed when its test is over. */
async function openedOnce(workspace?: string) {
  const place = await opened(workspace);
  open.push(place.muster);
  return place;
}

const shown = async ({ ask }: Pick<Muster, 'ask'>, revision: number | null = null) =>
  need(await ask.load_scorecard({ month, revision }));

describe('A month of the scorecard', () => {
  test('is counted from files that a window sends in parts, and every number leads to its rows', async () => {
    const { muster, ask } = await openedOnce();
    await countInUtc(ask);
    await takeAcceptance(ask);
    const { view, draft, lacks } = await shown(muster);
    expect(lacks).toEqual([]);
    expect(Object.keys(draft?.files ?? {}).sort()).toEqual(fileKinds.toSorted());
    const values = Object.fromEntries(
      view.tiles.flatMap(({ numbers }) => numbers.map(({ question, value }) => [question, value])),
    );
    expect(values).toMatchObject({
      'controls.compliant': '6',
      'controls.in_scope': '11',
      'controls.tier:0': '2 of 4',
      'incidents.p0': '1',
      'incidents.p1': '3',
      'incidents.open': '1',
      'drift.open': '4',
      'exceptions.active': '6',
      'exceptions.expired': '1',
      'patching.overdue': '3',
      'patching.missed': '5',
      'patching.cohort': '9',
      'patching.severity:high': '4 of 5',
    });
    for (const { question, value } of view.tiles.flatMap(({ numbers }) => numbers)) {
      const rows = need(await ask.list_scorecard_rows({ month, revision: null, question }));
      expect(rows.rows.length, question).toBe(rows.total);
      if (/^\d+$/.test(value)) expect(String(rows.total), question).toBe(value);
    }
    const missed = need(await ask.list_scorecard_rows({ month, revision: null, question: 'patching.missed' }));
    expect(missed.rows.map(({ cells }) => [cells[0], cells.at(-1)])).toEqual([
      ['V-07', '5 days'],
      ['V-02', '6 days'],
      ['V-04', '11 days'],
      ['V-12', '1 day'],
      ['V-13', 'open on its day'],
    ]);
    expect(missed.note).toContain('V-08 (false positive)');
  });

  test('is published once, corrected with a reason, and both revisions stay as they were', async () => {
    const { workspace, muster, ask, pass } = await openedOnce();
    await countInUtc(ask);
    await takeAcceptance(ask);
    need(await ask.save_scorecard_draft({ month, sentence: 'Six of eleven.' }));
    const first = need(await ask.publish_scorecard({ month, by: 'Dana Ortiz' }));
    expect(first.view).toMatchObject({
      revision: 1,
      publishedBy: 'Dana Ortiz',
      sentence: { words: 'Six of eleven.', isWritten: true },
    });
    const bytes = await readFile(join(workspace, 'scorecards', month, 'revision-1.json'));
    expect(await ask.save_scorecard_draft({ month, sentence: 'Seven.' })).toMatchObject({
      ok: false,
      problem: { code: 'is_published', message: 'October 2026 is published, and what was published stays as it is.' },
    });
    expect(await ask.publish_scorecard({ month, by: 'Dana Ortiz' })).toMatchObject({ ok: false });

    pass(60);
    need(await ask.correct_scorecard({ month, reason: 'D-03 was ours after all' }));
    const fewer = (await acceptanceFile('drift'))
      .toString()
      .split('\n')
      .filter((line) => !line.startsWith('D-03'));
    need(await takeAsSeen(ask, await previewText(ask, 'drift', fewer.join('\n'))));
    const second = need(await ask.publish_scorecard({ month, by: 'Lee Park' }));
    expect(second.line.revisions.map(({ revision, reason }) => [revision, reason])).toEqual([
      [2, 'D-03 was ours after all'],
      [1, null],
    ]);
    expect(await readFile(join(workspace, 'scorecards', month, 'revision-1.json'))).toEqual(bytes);
    const drift = async (revision: number) =>
      need(await ask.list_scorecard_rows({ month, revision, question: 'drift.open' })).rows.map(
        ({ cells }) => cells[0],
      );
    expect(await drift(2)).not.toContain('D-03');
    expect(await drift(1)).toContain('D-03');
    expect((await shown(muster, 1)).view.sentence.words).toBe('Six of eleven.');
  });

  test('keeps what was typed and taken over a restart, and figures of it are there at once', async () => {
    const { workspace, muster, ask } = await openedOnce();
    await takeAcceptance(ask, ['assets']);
    const asks = [{ what: 'Retire the gateway', cost: '', owner: 'COO', by: '' }];
    expect(need(await ask.save_scorecard_draft({ month, asks })).lacks).toEqual(['Ask 1 lacks cost or effort, a day.']);
    await muster.close();
    open.length = 0;
    const again = await openedOnce(workspace);
    const { draft, view, lacks } = await shown(again.muster);
    expect(draft).toMatchObject({ asks, files: { assets: { name: 'assets.csv', rows: 14 } } });
    expect(lacks).toEqual(['Ask 1 lacks cost or effort, a day.']);
    expect(view.asks).toEqual([]);
    expect(view.tiles.map(({ numbers }) => numbers.length > 0)).toEqual([true, false, false, false, false]);
    const refused = await again.ask.publish_scorecard({ month, by: 'Dana Ortiz' });
    expect(refused).toMatchObject({ problem: { message: 'Not published. Ask 1 lacks cost or effort, a day.' } });
  });
});

describe('What a month is published in spite of', () => {
  test('is refused without a reason where a figure is missing, and stays with the revision', async () => {
    const { muster, ask } = await openedOnce();
    await countInUtc(ask);
    await takeAcceptance(ask, ['drift']);
    const text = `${await acceptanceFile('assets')}A-015,Late one,first,,,,,active,,,,,\n`;
    need(await takeAsSeen(ask, await previewText(ask, 'assets', text), 1));
    expect(await ask.publish_scorecard({ month, by: 'Dana Ortiz', because: ' ' })).toMatchObject({
      problem: {
        message:
          'Not published. No incidents file was taken: its figures are unknown. Say why it is published all the same.',
      },
    });
    expect((await shown(muster)).draft).not.toBeNull();
    need(await ask.publish_scorecard({ month, by: 'Dana Ortiz', because: 'The board meets today' }));
    const { view } = await shown(muster, 1);
    expect(view.publishedBecause).toBe('The board meets today');
    expect(view.caveats.map(({ is, about }) => `${is} ${about}`)).toEqual([
      ...['missing incidents', 'missing exceptions', 'missing vulnerabilities', 'left_out assets'],
    ]);
    const unread = need(await ask.list_scorecard_rows({ month, revision: 1, question: 'controls.unread' }));
    expect(unread).toMatchObject({ title: 'Controls: 1 not to be read, left out', total: 1 });
    expect(unread.rows[0]?.cells).toEqual(['16', 'tier', expect.stringContaining('tier holds “first”')]);
  });

  test('a correction is not published while its sentence names what changed, until somebody says that it holds', async () => {
    const { muster, ask } = await openedOnce();
    await countInUtc(ask);
    await takeAcceptance(ask);
    need(await ask.save_scorecard_draft({ month, sentence: 'Four are open.' }));
    need(await ask.publish_scorecard({ month, by: 'Dana Ortiz' }));
    need(await ask.correct_scorecard({ month, reason: 'D-03 was ours after all' }));
    const fewer = (await acceptanceFile('drift'))
      .toString()
      .split('\n')
      .filter((line) => !line.startsWith('D-03'));
    need(await takeAsSeen(ask, await previewText(ask, 'drift', fewer.join('\n'))));
    expect(await ask.publish_scorecard({ month, by: 'Lee Park' })).toMatchObject({
      problem: { message: expect.stringMatching(/^Not published\. The sentence names .*open drift, 4 → 3/) },
    });
    const { view, draft } = await shown(muster);
    const [outdated] = listOutdated({ sentence: 'Four are open.', asks: [] }, view.changed);
    need(await ask.save_scorecard_draft({ month, confirmed: [outdated?.key ?? ''] }));
    need(await ask.save_scorecard_draft({ month, asks: draft?.asks })); // and is not forgotten over the next letter
    need(await ask.publish_scorecard({ month, by: 'Lee Park' }));
  });
});

describe('A file of a month', () => {
  /** One for all of them: each begins the month anew. */
  let shared: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    shared = await opened();
  });
  afterEach(async () => {
    need(await shared.ask.discard_scorecard_draft({ month }));
  });
  afterAll(() => shared.muster.close());

  const assets =
    'asset_id,name,tier,status,baseline_checked_on\nA-1,Portal,0,active,2026-10-01\nA-2,Mail,first,active,2026-10-02\n';

  test('with rows that cannot be read is taken without them only when somebody says so', async () => {
    const { muster, ask } = shared;
    const seen = await previewText(ask, 'assets', assets);
    expect(seen.preview).toMatchObject({
      rows: 2,
      rejected: 1,
      first: { rows: [['A-1', 'Portal', '0', 'active', '2026-10-01']] },
    });
    expect(seen.preview.problems[0]).toMatchObject({ line: 3, column: 3, name: 'tier' });
    expect(await takeAsSeen(ask, seen)).toMatchObject({
      problem: { code: 'rows_rejected', message: 'One row of assets.csv cannot be read.' },
    });
    expect((await shown(muster)).draft?.files).toEqual({});
    need(await takeAsSeen(ask, seen, 1));
    expect((await shown(muster)).draft?.files.assets).toMatchObject({ rows: 2, rejected: 1 });
  });

  test('that changed since it was looked at is refused, and what was there stays', async () => {
    const { workspace, muster, ask } = shared;
    const path = join(workspace, 'assets.csv');
    await writeFile(path, await acceptanceFile('assets'));
    const asked = { month, kind: 'assets', file: { path } } as const;
    const seen = need(await ask.preview_month_file({ ...asked, mapping: null, orders: null }));
    await writeFile(path, assets);
    const how = { sha256: seen.sha256, mapping: {}, orders: {}, datedOn: seen.changedOn, without: 0 };
    expect(await ask.take_month_file({ ...asked, ...how })).toMatchObject({ problem: { code: 'file_changed' } });
    expect((await shown(muster)).draft?.files).toEqual({});
    expect(await readdir(join(workspace, 'scorecards', month, 'sources'))).toEqual([]);
  });

  test('with heads of its own is read as somebody said, this time and the next', async () => {
    const { ask } = shared;
    const own = 'Host,Name,Tier,State,Seen\nA-1,Portal,0,active,05.10.2026\n';
    const seen = await previewText(ask, 'assets', own);
    expect(seen.preview.fault?.message).toContain('no row holds the heads of assets');
    const mapping = { asset_id: 'Host', status: 'State', baseline_checked_on: 'Seen' };
    const orders = { baseline_checked_on: 'day_first' } as const;
    const mapped = need(
      await ask.preview_month_file({ month, kind: 'assets', file: { upload: seen.upload }, mapping, orders }),
    );
    expect(mapped).toMatchObject({
      fault: null,
      rejected: 0,
      first: { rows: [['A-1', 'Portal', '0', 'active', '2026-10-05']] },
    });
    need(await takeAsSeen(ask, { preview: mapped, upload: seen.upload }));
    const next = await previewText(ask, 'assets', own.replace('Portal', 'Shop'));
    expect(next.preview).toMatchObject({ fault: null, isRemembered: true, mapping, orders });
    need(await ask.cancel_month_file({ month, upload: next.upload }));
  });

  test('that is replaced or dropped leaves no bytes behind', async () => {
    const { workspace, ask } = shared;
    await takeAcceptance(ask, ['assets', 'drift']);
    need(await takeAsSeen(ask, await previewText(ask, 'assets', assets.replace('first', '1'))));
    need(await ask.drop_month_file({ month, kind: 'drift' }));
    expect(await readdir(join(workspace, 'scorecards', month, 'sources'))).toHaveLength(1);
  });

  test('that a window stopped sending is refused in words', async () => {
    const { ask } = shared;
    const about = { month, name: 'assets.csv', bytes: 100, changedOn: '2026-10-31' };
    const { upload } = need(await ask.begin_month_file(about));
    need(await ask.add_month_file_part({ upload, at: 0, base64: Buffer.from('asset').toString('base64') }));
    const file = { upload };
    expect(await ask.preview_month_file({ month, kind: 'assets', file, mapping: null, orders: null })).toMatchObject({
      problem: { message: 'assets.csv could not be taken: a part of it is missing.' },
    });
    expect(await ask.add_month_file_part({ upload, at: 50, base64: '' })).toMatchObject({ ok: false });
    need(await ask.cancel_month_file({ month, upload }));
    expect(await ask.preview_month_file({ month, kind: 'assets', file, mapping: null, orders: null })).toMatchObject({
      problem: { code: 'upload_gone' },
    });
  });

  test('gives the rows of a number as a CSV file', async () => {
    const { ask } = shared;
    await takeAcceptance(ask);
    const { folder, files } = need(await ask.write_scorecard_rows({ month, revision: null, question: 'drift.open' }));
    expect(files.map(({ name }) => name)).toEqual(['rows-drift-open.csv']);
    const [head, ...rows] = (await readFile(join(folder, 'rows-drift-open.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(head).toBe('Drift,What,Kind,Owner,Internet-facing,Discovered,Resolved,State,"Age, days"');
    expect(rows).toHaveLength(4);
  });

  test('is read by its path as well as in parts', async () => {
    const { ask } = shared;
    const path = join(acceptance, 'assets.csv');
    const byPath = need(
      await ask.preview_month_file({ month, kind: 'assets', file: { path }, mapping: null, orders: null }),
    );
    const upload = await sendFile(ask, 'assets.csv', await acceptanceFile('assets'));
    const sent = need(
      await ask.preview_month_file({ month, kind: 'assets', file: { upload }, mapping: null, orders: null }),
    );
    expect(sent.sha256).toBe(byPath.sha256);
  });
});

describe('The settings of the scorecard', () => {
  test('become another version with every change, and a published month keeps its own', async () => {
    const { muster, ask } = await openedOnce();
    await takeAcceptance(ask, ['assets']);
    need(await ask.publish_scorecard({ month, by: 'Dana Ortiz', because: 'The others come on Monday' }));
    const { settings } = need(await ask.load_scorecard_settings({}));
    expect(settings.version).toBe(1);
    expect(need(await ask.save_scorecard_settings({ settings })).settings.version).toBe(1);
    const all = { ...settings, controls: { ...settings.controls, scope: 'all_assets' as const } };
    expect(need(await ask.save_scorecard_settings({ settings: all })).settings.version).toBe(2);
    expect((await shown(muster)).view).toMatchObject({ settingsVersion: 1 });
    need(await ask.correct_scorecard({ month, reason: 'Counted over all assets' }));
    const { view } = await shown(muster);
    expect(view.settingsVersion).toBe(2);
    expect(view.caveats.at(-1)?.says).toBe(
      'Settings are other than those of revision 1: scope of controls from tiers to every active asset.',
    );
    expect(view.tiles[0]?.numbers).toContainEqual({ question: 'controls.in_scope', value: '13', words: 'in scope' });
  });
});

test('Templates come as heads to fill in, are read as months of nothing, and are not written over', async () => {
  const { ask } = await openedOnce();
  const { folder, files } = need(await ask.write_scorecard_templates({ month }));
  expect(files.map(({ name }) => name)).toEqual(fileKinds.map((kind) => `${kind}.csv`));
  for (const kind of fileKinds) {
    const file = { path: join(folder, `${kind}.csv`) };
    const seen = need(await ask.preview_month_file({ month, kind, file, mapping: null, orders: null }));
    expect(seen).toMatchObject({ fault: null, rows: 0 });
  }
  await writeFile(join(folder, 'drift.csv'), 'filled in');
  expect(await ask.write_scorecard_templates({ month })).toMatchObject({ ok: false, problem: { code: 'not_written' } });
  expect(await readFile(join(folder, 'drift.csv'), 'utf8')).toBe('filled in');
});

test('An earlier month that is damaged is a gap in the lines, and keeps no later one from being published', async () => {
  const { workspace, muster, ask } = await opened();
  await mkdir(join(workspace, 'scorecards/2026-09'), { recursive: true });
  await writeFile(join(workspace, 'scorecards/2026-09/revision-1.json'), '{"damaged":');
  await takeAcceptance(ask);
  expect((await shown(muster)).view.tiles[0]?.words.change).toBe('first month');
  expect(need(await ask.publish_scorecard({ month, by: 'Sam Reyes' })).line.revisions).toHaveLength(1);
});
