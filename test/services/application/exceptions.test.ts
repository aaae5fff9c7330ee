import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import {
  acceptanceFile,
  countInUtc,
  month,
  previewText,
  takeAcceptance,
  takeAsSeen,
} from '../../support/send-month.ts';

type Muster = Awaited<ReturnType<typeof openMuster>>;
const open: { readonly muster: Muster; readonly workspace: string }[] = [];
afterEach(async () => {
  for (const { muster, workspace } of open.splice(0)) {
    await muster.close();
    await rm(workspace, { recursive: true });
  }
});

/** October of the acceptance data, being prepared; today is 2 November. */
async function openOctober(): Promise<Muster & { readonly workspace: string }> {
  const workspace = await newWorkspace();
  const muster = await openMuster(workspace, handClock('2026-11-02T08:00:00Z').clock);
  open.push({ muster, workspace });
  await countInUtc(muster.ask);
  return { ...muster, workspace };
}

describe('The exceptions of a workspace', () => {
  test('are none before a month holds any, then those of the month, published or not', async () => {
    const { ask } = await openOctober();
    expect(need(await ask.load_exceptions({}))).toMatchObject({ file: null, exceptions: [] });
    await takeAcceptance(ask, ['assets', 'drift', 'exceptions']);
    const drafted = need(await ask.load_exceptions({}));
    const dated = { datedOn: '2026-10-31', isStale: false };
    expect(drafted.file).toEqual({ month, asOf: '2026-10-31', ...dated, expiringWithinDays: 30 });
    expect(drafted.exceptions.map(({ id, daysLeft }) => [id, daysLeft]).slice(0, 3)).toEqual([
      ['E-004', -18],
      ['E-007', -2],
      ['E-001', 13],
    ]);
    expect(drafted.exceptions.flatMap(({ flags }) => flags)).not.toContain('ORPHAN_SCOPE');
  });

  test('keep a decision beside what the file says until a corrected file says so too', async () => {
    const { ask, workspace } = await openOctober();
    await takeAcceptance(ask);
    const keptBeside = async (revision: number) =>
      JSON.parse(await readFile(join(workspace, 'scorecards', month, `revision-${revision}.json`), 'utf8')).content
        .snapshot.decisions;
    const retire = { is: 'retire', closed_on: '2026-10-30' } as const;
    const decided = need(await ask.decide_exception({ exception: 'E-004', decision: retire }));
    expect(decided.exception).toMatchObject({ state: 'expired_open', decision: { mark: 'not_yet', isOverdue: true } });
    need(await ask.publish_scorecard({ month, by: 'Sam Reyes' }));
    expect(await keptBeside(1)).toEqual([
      { exception: 'E-004', decided_on: '2026-11-02', decision: 'retire', until: '2026-10-30', by: null },
    ]);
    need(await ask.correct_scorecard({ month, reason: 'E-004 was closed' }));
    const text = (await acceptanceFile('exceptions')).toString();
    const closed = text.replace(/^(E-004.*2026-10-15),,approved/m, '$1,2026-10-30,closed');
    need(await takeAsSeen(ask, await previewText(ask, 'exceptions', closed)));
    const { exceptions } = need(await ask.load_exceptions({}));
    expect(exceptions.at(-1)).toMatchObject({
      id: 'E-004',
      state: 'closed',
      decision: { mark: 'in_file', isOverdue: false },
    });
    const again = await ask.decide_exception({ exception: 'E-004', decision: retire });
    expect(again).toMatchObject({ ok: false, problem: { code: 'closed_meanwhile' } });
  });
});

describe('The trend of a workspace', () => {
  test('is of the newest revision that was published; one that is damaged is told', async () => {
    const { ask, workspace } = await openOctober();
    await takeAcceptance(ask);
    expect(need(await ask.load_trend({})).months).toEqual([]);
    need(await ask.publish_scorecard({ month, by: 'Sam Reyes' }));
    expect(need(await ask.load_trend({})).months).toMatchObject([
      { period: month, headlines: { drift_open: 4 }, n: { controls_health_pct: 11, mttd_hours: 3 } },
    ]);
    need(await ask.correct_scorecard({ month, reason: 'One drift too many' }));
    const drift = (await acceptanceFile('drift'))
      .toString()
      .split('\n')
      .filter((line) => !line.startsWith('D-01'));
    need(await takeAsSeen(ask, await previewText(ask, 'drift', drift.join('\n'))));
    need(await ask.publish_scorecard({ month, by: 'Sam Reyes' }));
    expect(need(await ask.load_trend({})).months).toMatchObject([{ headlines: { drift_open: 3 } }]);
    const { folder } = need(await ask.write_trend({}));
    expect(await readFile(join(folder, 'scorecard-trend.csv'), 'utf8')).toContain('\r\ndrift_open,2026-10,3,count,');
    await writeFile(join(workspace, 'scorecards', month, 'revision-2.json'), '{');
    const { months, notices } = need(await ask.load_trend({}));
    expect([months, notices.join()]).toEqual([[], expect.stringContaining('revision-2.json is damaged')]);
  });
});
