import { mkdir, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { readWord, textOf } from '../../support/read-word.ts';
import { month, takeAcceptance } from '../../support/send-month.ts';

const lost = 'no longer matches what was published: the figures stand, and their rows cannot be listed.';

test('A published month whose kept file was changed or is gone is still shown and written, and says which rows are lost until it is put back', async () => {
  const workspace = await newWorkspace();
  const first = await openMuster(workspace);
  await takeAcceptance(first.ask, ['drift', 'exceptions']);
  const published = need(
    await first.ask.publish_scorecard({ month, by: 'Dana Ortiz', because: 'Two files are all there is' }),
  );
  await first.close();
  const sources = join(workspace, 'scorecards', month, 'sources');
  const files = await readdir(sources);
  const whole = new Map<string, Buffer>();
  for (const name of files) whole.set(name, await readFile(join(sources, name)));
  const [changed = '', gone = ''] = files;
  await writeFile(join(sources, changed), 'another one');
  await unlink(join(sources, gone));

  const { ask, close } = await openMuster(workspace);
  const shown = need(await ask.load_scorecard({ month, revision: 1 })).view;
  expect(shown.tiles.map(({ words }) => words)).toEqual(published.view.tiles.map(({ words }) => words));
  expect(shown.tiles.every(({ numbers }) => numbers.length === 0)).toBe(true);
  for (const kind of ['drift', 'exceptions'] as const) {
    const source = shown.sources.find((one) => one.kind === kind);
    expect(source?.warnings[0]).toBe(`The file of ${kind} kept with this month ${lost}`);
  }
  const rows = await ask.list_scorecard_rows({ month, revision: 1, question: 'drift.open' });
  expect(rows).toMatchObject({ ok: false, problem: { message: expect.stringContaining(sources) } });

  const { folder } = need(await ask.write_scorecard_documents({ month, revision: 1, oscal: true }));
  const { content } = JSON.parse(await readFile(join(workspace, 'scorecards', month, 'revision-1.json'), 'utf8'));
  expect(JSON.parse(await readFile(join(folder, 'scorecard.json'), 'utf8'))).toEqual(content.snapshot);
  for (const name of ['scorecard-rows.docx', 'exceptions.docx', 'scorecard.docx'])
    expect(textOf(await readWord(await readFile(join(folder, name)))), name).toContain('no longer matches');
  expect(await readFile(join(folder, 'poam.json'), 'utf8')).toContain(lost);

  for (const [name, bytes] of whole) await writeFile(join(sources, name), bytes);
  const again = need(await ask.load_scorecard({ month, revision: 1 })).view;
  expect(again.tiles).toEqual(published.view.tiles);
  await close();
});

const halfOf = (pid: number) => `source.${pid}-0f8fad5b-d9cb-469f-a165-70867728950e.tmp`;
/** No process has it. */
const deadPid = 999_999_999;

test('What a kill left of a file on its way is gone with the next start, and what dies meanwhile with the next import; one in use stays', async () => {
  const workspace = await newWorkspace();
  const sources = join(workspace, 'scorecards', month, 'sources');
  await mkdir(sources, { recursive: true });
  const kept = `${'a'.repeat(64)}.csv`;
  for (const name of [halfOf(deadPid), halfOf(process.pid), kept]) await writeFile(join(sources, name), 'asset');
  const { ask, close } = await openMuster(workspace);
  expect(await readdir(sources)).toEqual([kept]);

  const about = { month, name: 'assets.csv', bytes: 100, changedOn: '2026-10-31' };
  need(await ask.begin_month_file(about));
  const [inUse = ''] = (await readdir(sources)).filter((name) => name !== kept);
  await writeFile(join(sources, halfOf(deadPid)), 'asset');
  need(await ask.begin_month_file(about));
  const left = await readdir(sources);
  expect(left).toContain(inUse);
  expect(left).not.toContain(halfOf(deadPid));
  await close();
});
