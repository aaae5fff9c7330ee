import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { snapshotSchema } from '#core/scorecard/snapshot.ts';
import { writePoam } from '#services/scorecard/poam-json.ts';
import { writeScorecardJson } from '#services/scorecard/scorecard-json.ts';
import { scorecardNames } from '#services/scorecard/scorecard-names.ts';
import { scorecardWriters } from '#services/scorecard/scorecard-writers.ts';
import { writeScorecardDocuments } from '#services/scorecard/write-scorecard-documents.ts';
import { readWord, textOf } from '../../support/read-word.ts';
import { acceptanceFiles, october, settings } from '../../support/scorecard-month.ts';
import { asks, elevenMonths, readiness } from '../../support/scorecard-sets.ts';

const month = () => october({ asks, readiness, previous: elevenMonths });
const published = JSON.parse(
  await readFile(join(import.meta.dirname, '../../../schemas/scorecard.schema.json'), 'utf8'),
);

describe('The documents of a month', () => {
  let out: string;
  let written: ReadonlyMap<string, Buffer>;
  const readAll = async () => {
    const names = (await readdir(out)).toSorted();
    return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)));
  };

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'muster-scorecard-'));
    const told: string[] = [];
    const progress = (done: number, total: number) => told.push(`${done}/${total}`);
    const outcome = await writeScorecardDocuments({ scorecard: month(), out, oscal: true, progress });
    expect(outcome).toEqual({ ok: true, value: [...scorecardNames, 'poam.json'] });
    expect(told.at(-1)).toBe('6/6');
    written = await readAll();
  });
  afterAll(() => rm(out, { recursive: true, force: true }));

  test.each([
    ['as the settings say', undefined, 12_240],
    ['unless another is asked for', 'a4' as const, 11_906],
  ])('are set for the paper %s', async (_, paper, width) => {
    const scorecard = october({ settings: { ...settings, paper: 'letter' } });
    const folder = await mkdtemp(join(tmpdir(), 'muster-scorecard-'));
    await writeScorecardDocuments({ scorecard, out: folder, paper });
    for (const name of ['scorecard.docx', 'scorecard-rows.docx', 'exceptions.docx']) {
      const xml = readWord(await readFile(join(folder, name))).get('word/document.xml');
      expect(/<w:pgSz[^>]*>/.exec(xml ?? '')?.[0]).toContain(`"${width}"`);
    }
    await rm(folder, { recursive: true });
  });

  test('are all there, and nothing else', () => {
    expect([...written.keys()]).toEqual([...scorecardNames, 'poam.json'].toSorted());
  });

  test('are the same bytes written again', async () => {
    await writeScorecardDocuments({ scorecard: month(), out, oscal: true });
    expect(await readAll()).toEqual(written);
  });

  test('hold the snapshot in the published shape', () => {
    const snapshot = JSON.parse(String(written.get('scorecard.json')));
    expect(z.fromJSONSchema(published).safeParse(snapshot).error).toBeUndefined();
    expect(snapshotSchema.parse(snapshot)).toEqual(month().snapshot);
    const { figures, ...rest } = snapshot;
    expect(z.fromJSONSchema(published).safeParse({ ...rest, figures: { ...figures, drift: 4 } }).success).toBe(false);
  });

  test('hold the snapshot as JSON with two spaces, however long it is', () => {
    const { snapshot } = month();
    const ids = Array.from({ length: 20_000 }, (_, at) => `V-“${at}”\n`);
    const long = {
      ...snapshot,
      figures: { ...snapshot.figures, drift: snapshot.figures.drift && { ...snapshot.figures.drift, ids } },
    };
    for (const one of [snapshot, long])
      expect(Buffer.from(writeScorecardJson(one)).toString('utf8')).toBe(`${JSON.stringify(one, null, 2)}\n`);
  });

  test('hold the exception list in the columns of the list, in its order', () => {
    const { data } = papaparse.parse<string[]>(String(written.get('exceptions.csv')).trimEnd());
    expect(data[0]?.join()).toBe(
      'id,title,scope,control,risk,owner,approver,started,expires,days_left,renewals,compensating_control,state,flags,ticket',
    );
    expect(data.slice(1).map(([id]) => id)).toEqual([
      'E-004',
      'E-007',
      'E-001',
      'E-003',
      'E-006',
      'E-008',
      'E-002',
      'E-009',
    ]);
    expect(data[1]).toEqual(
      'E-004,Legacy gateway TLS,A-010,BL-T1-11,high,product.lead,ciso,2026-04-15,2026-10-15,-16,2,WAF rule set,expired_open,EXPIRED RENEWED≥2,SEC-180'.split(
        ',',
      ),
    );
  });

  test.each(scorecardNames.filter((name) => name.endsWith('.docx')))(
    '%s is strict XML, names the organisation above every page and no exercise',
    (name) => {
      const parts = readWord(written.get(name) ?? Buffer.alloc(0));
      const heads = [...parts.keys()]
        .filter((part) => part.startsWith('word/header'))
        .map((part) => textOf(parts, part));
      expect(heads).toEqual([expect.stringMatching(/^Larkfield Systems.*TLP:AMBER\+STRICT/)]);
      expect([...parts.values()].some((xml) => xml.includes('EXERCISE'))).toBe(false);
      expect(parts.get('docProps/core.xml')).toContain('2026-11-01T00:00:00Z');
      expect(parts.get('word/document.xml')?.includes('w:orient="landscape"')).toBe(name === 'exceptions.docx');
    },
  );

  test('tell every sparkline in words too', () => {
    const xml = readWord(written.get('scorecard.docx') ?? Buffer.alloc(0)).get('word/document.xml') ?? '';
    const told = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
    expect(told).toHaveLength(6);
    expect(told[0]).toMatch(/^Per cent of assets that meet their baseline, November 2025 to October 2026: /);
    expect(told[5]).toBe('1 P0 on 10 October; 3 P1 on 3, 20 and 31 October.');
  });

  test('lose a plan of action that nobody asks for any more', async () => {
    await writeScorecardDocuments({ scorecard: month(), out });
    expect((await readdir(out)).toSorted()).toEqual([...scorecardNames].toSorted());
  });

  test('never take the place of what somebody else wrote there', async () => {
    await writeFile(join(out, 'poam.json'), '{"plan-of-action-and-milestones": {"uuid": "of another program"}}');
    expect(await writeScorecardDocuments({ scorecard: month(), out, oscal: true })).toMatchObject({ ok: false });
    expect((await writeScorecardDocuments({ scorecard: month(), out })).ok).toBe(true);
    expect(await readFile(join(out, 'poam.json'), 'utf8')).toContain('of another program');
  });

  test('stay as they were where somebody stops it', async () => {
    await writeFile(join(out, 'scorecard.json'), 'before');
    const stopping = new AbortController();
    const progress = () => stopping.abort();
    const outcome = await writeScorecardDocuments({ scorecard: month(), out, progress, signal: stopping.signal });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await readFile(join(out, 'scorecard.json'), 'utf8')).toBe('before');
  });
});

test('What a spreadsheet would run stays text', () => {
  const exceptions = acceptanceFiles.exceptions?.replace('Legacy gateway TLS', '=HYPERLINK(1)') ?? '';
  const csv = String(
    scorecardWriters['exceptions.csv']({ scorecard: october({ files: { exceptions } }), paper: 'a4' }),
  );
  expect(csv).toContain("\nE-004,'=HYPERLINK(1),A-010");
});

describe('The plan of action and milestones', () => {
  const { 'plan-of-action-and-milestones': plan } = JSON.parse(writePoam(october()));

  test('links each exception to its risk with deadline, mitigating factor and status', () => {
    expect(plan['poam-items']).toHaveLength(8);
    const byId = new Map(plan.risks.map((risk: { uuid: string }) => [risk.uuid, risk]));
    const [item] = plan['poam-items'];
    expect(byId.get(item['related-risks'][0]['risk-uuid'])).toMatchObject({
      title: 'Legacy gateway TLS',
      status: 'open',
      deadline: '2026-10-15T23:59:59+00:00',
      'mitigating-factors': [{ description: 'WAF rule set' }],
    });
    expect(plan.risks.map(({ status }: { status: string }) => status)).toContain('deviation-requested');
  });

  test('names things by UUIDs that stay from one revision to the next, and says that nobody validated it', () => {
    const later = JSON.parse(writePoam(october({ revision: 2 })))['plan-of-action-and-milestones'];
    expect(later.risks).toEqual(plan.risks);
    expect(later.uuid).not.toBe(plan.uuid);
    const uuids = JSON.stringify(plan).match(/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g);
    expect(new Set(uuids).size).toBe(1 + 8 + 8 + 6);
    expect(plan.metadata.remarks).toContain('not validated');
  });
});
