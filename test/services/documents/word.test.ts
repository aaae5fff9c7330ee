import { spawnSync } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { writeWord } from '#services/documents/write-word.ts';
import {
  decision,
  end,
  gap,
  pause,
  played,
  playedWith,
  release,
  resume,
  type Step,
  sampleSetup,
} from '../../support/play.ts';
import { readWord, textOf, type WordParts } from '../../support/read-word.ts';

const head = `${'0123456789abcdef'.repeat(4)}`;
const whole: readonly Step[] = [
  [0, release('Q1-010')],
  [3, { type: 'record_action', action: 'a1', by: 'SEC' }],
  [4, pause],
  [6, resume],
  [12, decision('D1', { rationale: 'It is our file' })],
  [14, gap({ severity: 'high' })],
  [15, { type: 'record_strength', what: 'The record was opened at once', evidence: [] }],
  [20, end],
  [21, { type: 'agree_action', register_id: 'AI-2026Q1-001', gap: 'G1', item: { title: 'Write the list' } }],
  [
    22,
    {
      type: 'propose_runbook_change',
      gap: 'G1',
      change: { runbook: 'RB-04', type: 'change', step: '3', old: 'Old text.', new: 'New text.' },
    },
  ],
];

describe('A post-mortem in Word', () => {
  let parts: WordParts;
  let document: string;
  beforeAll(async () => {
    parts = readWord(await writeWord(buildPostMortem(played(...whole), head)));
    document = parts.get('word/document.xml') ?? '';
  });

  test('is strict XML in every part and refers to nothing outside itself', () => {
    expect(parts.size).toBeGreaterThan(8);
    expect([...parts.values()].filter((xml) => xml.includes('TargetMode="External"'))).toEqual([]);
  });

  test('has real headings with outline levels, and numbers that stay', () => {
    const styles = parts.get('word/styles.xml') ?? '';
    expect(styles).toMatch(/w:styleId="Heading1"[\s\S]*?<w:outlineLvl w:val="0"\/>/);
    expect(styles).toMatch(/w:styleId="Heading2"[\s\S]*?<w:outlineLvl w:val="1"\/>/);
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(7);
    const starts = [...(parts.get('word/numbering.xml') ?? '').matchAll(/<w:start w:val="(\d+)"\/>/g)].map(
      ([, at]) => at,
    );
    expect(starts).toContain('13');
  });

  test('repeats the header row of every table that has one, and splits no row', () => {
    const tables = document.split('<w:tbl>').slice(1);
    const withHead = tables.filter((table) => table.includes('w:firstRow="1"') || table.includes('w:val="TableHead"'));
    expect(tables.length).toBeGreaterThan(8);
    for (const table of withHead.filter((xml) => !xml.includes('MusterCard')))
      expect(table).toContain('<w:tblHeader/>');
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBe(document.match(/<w:tr>/g)?.length);
  });

  test('carries EXERCISE, DRAFT and TLP above and page x of y below, on every page', () => {
    const above = [...parts].filter(([name]) => name.startsWith('word/header')).map(([name]) => textOf(parts, name));
    const below = [...parts].filter(([name]) => name.startsWith('word/footer'));
    expect(above).toHaveLength(1);
    expect(above[0]).toMatch(/EXERCISE – not a real incident.*DRAFT.*TLP:AMBER\+STRICT/);
    expect(below).toHaveLength(1);
    expect(textOf(parts, below[0]?.[0])).toMatch(
      /PM-2026-q1-sample · version 1\.0, draft · page .* of .*TLP:AMBER\+STRICT/,
    );
    expect(below[0]?.[1]).toContain('NUMPAGES');
    expect(document).not.toContain('<w:titlePg/>');
  });

  test('names neither the machine nor the account, and no day of writing', () => {
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:creator>Muster</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>Muster</cp:lastModifiedBy>');
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(['2026-03-17T09:22:00Z', '2026-03-17T09:22:00Z']);
    const properties = [...parts]
      .filter(([name]) => name.startsWith('docProps/'))
      .map(([, xml]) => xml.replace(/<[^>]*>/g, ' '));
    expect(properties).toHaveLength(3);
    const words = new Set(properties.join(' ').split(/\W+/));
    expect([hostname(), userInfo().username].filter((name) => words.has(name))).toEqual([]);
    expect([...parts.values()].some((xml) => xml.includes(process.cwd()))).toBe(false);
  });

  test('prints the journal head, and gives its figure alternative text', () => {
    expect(textOf(parts)).toContain(head);
    expect(document).toMatch(/<wp:docPr [^>]*descr="Timeline of 18 minutes with 1 inject\. Incident Commander/);
  });

  test('holds caption numbers that need no updating', () => {
    const fields = [...document.matchAll(/<w:fldSimple w:instr="SEQ (Table|Figure)[^>]*>.*?<w:t[^>]*>(\d+)<\/w:t>/g)];
    expect(fields.filter(([, kind]) => kind === 'Table').map(([, , at]) => at)).toEqual(
      ['1', '2', '3', '4', '5', '6'].slice(0, fields.length - 1),
    );
    expect(document).not.toContain('w:dirty');
  });
});

test('The same journal gives the same bytes in another process and another time zone', async () => {
  const script = join(import.meta.dirname, '../../support/write-sample-word.ts');
  const write = (TZ: string) =>
    spawnSync(process.execPath, [script], { env: { ...process.env, TZ }, encoding: 'utf8' });
  const [one, two] = [write('Pacific/Auckland'), write('America/Los_Angeles')];
  expect(one.stderr).toBe('');
  expect(one.stdout).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}\n$/);
  expect(two.stdout).toBe(one.stdout);
});

const hostile = {
  'right to left': '\u202Eevil\u202C مرحبا بالعالم',
  emoji: '🔥👩‍👩‍👧 🇪🇺',
  html: '<script>alert(1)</script> & "quotes" <w:p/>',
  'ten thousand letters': 'x'.repeat(10_000),
  'a star': '**not bold** {{org.name}}',
} as const;

describe('Hostile text stays text', () => {
  for (const [name, text] of Object.entries(hostile)) {
    test(name, async () => {
      const parts = readWord(await writeWord(buildPostMortem(playHostile(text), head)));
      expect(textOf(parts).split(text).length).toBeGreaterThan(8);
    });
  }

  test('and what XML cannot hold is left out', async () => {
    const parts = readWord(await writeWord(buildPostMortem(playHostile('a\u0000\u0007b\uFFFE\uFFFFc\uD800d'), head)));
    expect(textOf(parts)).toContain('abc\uFFFDd');
    const changes = readWord(await writeWord(buildRunbookChanges(playHostile('a\u0001b'), head)));
    expect(textOf(changes)).toContain('ab');
  });

  test('and a direction that was never closed is closed at its end', async () => {
    const parts = readWord(await writeWord(buildPostMortem(playHostile('\u202Eevil \u2067more'), head)));
    expect(textOf(parts)).toContain('\u202Eevil \u2067more\u202C\u2069');
  });

  test('and a line end is a line break', async () => {
    const parts = readWord(await writeWord(buildPostMortem(playHostile('one\r\ntwo'), head)));
    expect(textOf(parts)).toContain('one\ntwo');
  });
});

function playHostile(text: string) {
  const setup = {
    ...sampleSetup,
    organisation: { ...sampleSetup.organisation, name: text },
    participants: [{ name: text, role: 'IC' as const }],
  };
  return playedWith(
    setup,
    [0, release('Q1-010')],
    [1, decision('D1', { choice: text, rationale: text, missing: text, dissent: text })],
    [2, gap({ title: text, when: text, missing: text, effect: text })],
    [3, { type: 'record_strength', what: text, effect: text, keep: text, evidence: [] }],
    [
      4,
      {
        type: 'improvise_inject',
        title: text,
        channel: 'chat',
        from: text,
        to: text,
        subject: text,
        roles: [],
        body: text,
      },
    ],
    [5, end],
    [
      6,
      {
        type: 'agree_action',
        register_id: 'AI-2026Q1-001',
        gap: 'G1',
        item: { title: 'Short', done_test: text, owner_name: text },
      },
    ],
    [
      7,
      {
        type: 'propose_runbook_change',
        gap: 'G1',
        change: { runbook: 'RB-04', type: 'change', old: text, new: text, owner: text },
      },
    ],
    [8, { type: 'rate_objective', objective: 'O1', rating: 'P', reason: text }],
    [9, { type: 'write_if_real', text, by: text }],
    [10, { type: 'ask_leadership', what: text, cost: text, owner: text }],
    [11, { type: 'sign_report', name: text, role: text, on: '2026-03-24' }],
  );
}
