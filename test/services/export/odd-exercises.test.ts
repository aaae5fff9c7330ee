import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExerciseState } from '#core/exercise/state.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { fitsOnePage } from '#services/documents/estimate-pages.ts';
import { documentNames } from '#services/export/document-names.ts';
import { writeDocuments } from '#services/export/write-documents.ts';
import { end, gap, played, release, type Step } from '../../support/play.ts';
import { readWord, textOf } from '../../support/read-word.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-odd-'));
afterAll(() => rmSync(folder, { recursive: true }));
const head = 'a'.repeat(64);

/** Every document of an exercise as its reader meets it: what is no strict XML throws. */
async function readAll(state: ExerciseState, name: string): Promise<ReadonlyMap<string, string>> {
  const out = join(folder, name);
  mkdirSync(out);
  const written = await writeDocuments({ state, head, out });
  if (!written.ok) throw new Error(written.problem.message);
  const texts = readdirSync(out)
    .filter((file) => /\.(docx|csv|diff|json)$/.test(file))
    .map((file): [string, string] => {
      const bytes = readFileSync(join(out, file));
      return [file, file.endsWith('.docx') ? textOf(readWord(bytes)) : bytes.toString()];
    });
  return new Map(texts);
}

const gaps = (count: number): readonly Step[] =>
  Array.from({ length: count }, (_, at): Step => {
    const severity = (['critical', 'high', 'medium', 'low'] as const)[at % 4] ?? 'low';
    return [
      2 + at / 10,
      gap({ title: `No list of notices, place ${at + 1}`, severity, effect: 'nobody could be told in time' }),
    ];
  });

const cases: readonly (readonly [string, readonly Step[], readonly RegExp[]])[] = [
  [
    'no gaps at all',
    [
      [0, release('Q1-010')],
      [40, end],
    ],
    [/No gap was recorded/, /No strength was recorded/, /No runbook change was proposed/],
  ],
  [
    '400 gaps',
    [[0, release('Q1-010')], ...gaps(400), [58, end]],
    [/Three of (?:the )?400 gaps|Three of four hundred/, /place 400\b/],
  ],
  [
    'an end after ten minutes',
    [
      [0, release('Q1-010')],
      [10, end],
    ],
    [/10\.0 min of play|10 min of play/, /not exercised|Not exercised/],
  ],
  [
    'a stop by REAL WORLD',
    [
      [0, release('Q1-010')],
      [12, { type: 'stop_for_real_world', reason: 'A fire alarm' }],
      [15, end],
    ],
    [/REAL WORLD/, /A fire alarm/],
  ],
  ['nothing released at all', [[5, end]], [/No gap was recorded/]],
];

describe('Every document of an exercise comes out right', () => {
  it.each(cases)('with %s', async (name, steps, words) => {
    const state = played(...steps);
    const texts = await readAll(state, name.replaceAll(' ', '-'));
    for (const document of documentNames.filter((one) => one !== 'legal-annex.docx'))
      expect([document, texts.has(document)]).toEqual([document, true]);
    for (const wanted of words) expect(texts.get('post-mortem.docx')).toMatch(wanted);
    for (const [file, text] of texts)
      if (!file.endsWith('.json'))
        expect([file, /\b(undefined|null|NaN|Infinity)\b|\[object/.exec(text)?.[0]]).toEqual([file, undefined]);
    expect(existsSync(join(folder, name.replaceAll(' ', '-'), 'exercise.json'))).toBe(true);
  });

  it('with 400 gaps page one is still one page, on both papers', () => {
    const state = played([0, release('Q1-010')], ...gaps(400), [58, end]);
    for (const paper of ['a4', 'letter'] as const) {
      const fits = fitsOnePage(paper);
      const asked: boolean[] = [];
      buildPostMortem(state, head, (blocks) => {
        const answer = fits(blocks);
        asked.push(answer);
        return answer;
      });
      expect([paper, asked.at(-1)]).toEqual([paper, true]);
    }
  });
});
