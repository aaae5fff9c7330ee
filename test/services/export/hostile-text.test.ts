import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import { writeActionItems } from '#services/export/action-items-csv.ts';
import { exerciseDocumentSchema } from '#services/export/exercise-document.ts';
import { writeExerciseJson } from '#services/export/exercise-json.ts';
import { writeCsv } from '#services/export/write-csv.ts';
import { played, type Step } from '../../support/play.ts';

const hostile: readonly (readonly [what: string, text: string])[] = [
  ['right-to-left overrides', 'invoice\u202Egnp.exe\u202C \u2067שלום\u2069'],
  ['emoji and joiners', '👩🏽‍🚒 🏴‍☠️ é\u0301'],
  ['zero-width characters', 'pay\u200Bpal\u2060'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;'],
  ['quotes and separators', 'a","b";\'c\'\t|\\'],
  ['several lines', 'one\r\ntwo\nthree\rfour'],
  ['10,000 characters', 'é'.repeat(10_000)],
  ['control characters', 'a\u0000b\u0007c\u001B[31md\u0085e'],
  ['non-characters', 'a\uFFFEb\uFFFFc'],
  ['line separators of JavaScript', 'a\u2028b\u2029c'],
  ['the words of a CSV header', 'action_id,title'],
  ['braces', '{{org.name}} $1 %s __proto__'],
];

const observe = (text: string): Command => ({ type: 'record_observation', text, kind: 'quote' });
const agree = (text: string): Command => ({
  type: 'agree_action',
  register_id: 'AI-2026Q1-001',
  item: { title: 'Fix', description: text, owner_name: text, done_test: text },
});
const steps = hostile.flatMap(([, text], at): Step[] => [
  [at, observe(text)],
  [at, agree(text)],
]);
const state = played(...steps);
const parse = (csv: string) =>
  papaparse.parse<Record<string, string>>(csv, { header: true, newline: '\r\n', skipEmptyLines: true });

describe('Hostile text', () => {
  const actions = parse(Buffer.from(writeActionItems(state)).toString('utf8'));
  const timeline = parse(Buffer.from(writeCsv(timelineColumns, listTimeline(state))).toString('utf8'));
  const document = exerciseDocumentSchema.parse(JSON.parse(writeExerciseJson(state, 'head')));

  test.each(hostile.map(([what, text], at) => [what, text, at] as const))('%s stays text', (_, text, at) => {
    expect(actions.data[at]).toMatchObject({ owner_name: text, done_test: text, status: 'open' });
    expect(actions.data[at]?.description).toBe(`Change: ${text}\nDone when: ${text}`);
    expect(timeline.data[1 + 2 * at]?.text).toContain(text);
    expect(document.record.observations[at]).toMatchObject({ text });
  });

  test('moves no cell and adds no row', () => {
    expect([actions.errors, timeline.errors]).toEqual([[], []]);
    expect([actions.data.length, timeline.data.length]).toEqual([hostile.length, state.position]);
    expect(timeline.data.map(({ seq }) => Number(seq))).toEqual(timeline.data.map((_, at) => at + 1));
  });
});
