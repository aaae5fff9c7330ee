import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listLog } from '#core/exercise/log.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { buildParticipantEdition } from '#core/report/participant-edition.ts';
import { tellSummaryApproval } from '#core/review/customer-summary.ts';
import { listFinalBlockers } from '#core/review/list-final-blockers.ts';
import { reportPreviousActions } from '#core/review/previous-actions.ts';
import { rateObjectives } from '#core/review/rate-objectives.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { playDemo } from '#services/exercise/play-demo.ts';

const samples = join(import.meta.dirname, '../../scenarios/samples');
const stems = ['q1-data-breach', 'q2-ransomware', 'q3-insider-threat', 'q4-supply-chain'];

let played: readonly ExerciseState[];
beforeAll(async () => {
  const demo = await playDemo(await mkdtemp(join(tmpdir(), 'muster-samples-')), () => {});
  if ('problems' in demo) throw new Error(demo.problems.join('\n'));
  played = await Promise.all(
    demo.played.map(async ({ exercise }) => {
      const read = await readExercise(demo.workspace, exercise);
      if (!read.ok) throw new Error(read.problem.message);
      return read.value.state;
    }),
  );
}, 60_000);

const readCaptures = async (stem: string): Promise<{ text: string; captures: readonly object[] }> => {
  const text = await readFile(join(samples, `${stem}.captures.yaml`), 'utf8');
  return { text, captures: parse(text).captures };
};
const stripOf = (state: ExerciseState) =>
  rateObjectives(state)
    .map(({ final }) => final?.rating ?? '?')
    .join('');
const typesOf = (state: ExerciseState): readonly string[] => listLog(state.log).map(({ type }) => type);

describe('The four sample exercises', () => {
  test.each(stems)('%s has 60 to 90 captures, each with its place at the end of the line', async (stem) => {
    const { text, captures } = await readCaptures(stem);
    const places = [...text.matchAll(/^ {2}- \{at: .*# (\d+)$/gm)].map(([, place]) => Number(place));
    expect(captures.length).toBeGreaterThanOrEqual(60);
    expect(captures.length).toBeLessThanOrEqual(90);
    expect(places).toEqual(captures.map((_, index) => index + 1));
  });

  test('have at least four gaps with evidence each; only the draft has one without', () => {
    const evident = played.map((state) =>
      listStandingOf(state, 'gap_recorded').map(({ data }) => data.evidence.length),
    );
    expect(evident.map((gaps) => gaps.length)).toEqual([7, 6, 5, 4]);
    expect(evident.map((gaps) => gaps.filter((count) => count > 0).length)).toEqual([7, 6, 4, 4]);
  });

  test('are rated four different ways', () => {
    expect(played.map(stripOf)).toEqual(['SMUUUM', 'SMSSPS', 'M?NNSP', 'PPPPSP']);
  });

  test('ask the leadership for different things at different cost', () => {
    const asks = played.map((state) => listStandingOf(state, 'leadership_asked').map(({ data }) => data));
    expect(asks.map((list) => list.length)).toEqual([3, 2, 2, 1]);
    expect(new Set(asks.flat().map(({ what }) => what)).size).toBe(8);
    expect(new Set(asks.map((list) => list.map(({ cost }) => cost).join('; '))).size).toBe(4);
  });

  test('re-test the one before; the first has none', () => {
    const previous = played.map(reportPreviousActions);
    expect(previous.map(({ exercise }) => exercise)).toEqual([
      null,
      ...stems.slice(0, 3).map((stem) => `2026-${stem}`),
    ]);
    expect(previous.map(({ counts }) => counts)).toMatchObject([
      { total: 0, overdue: 0, held: 0, notHeld: 0 },
      { total: 8, overdue: 2, held: 2, notHeld: 1 },
      { total: 6, overdue: 1, held: 2, notHeld: 0 },
      { total: 4, overdue: 0, held: 3, notHeld: 0 },
    ]);
  });

  test('repeat one gap, that of the holding statement, in Q2', () => {
    expect(played.map((state) => reportPreviousActions(state).repeatGaps)).toMatchObject([
      [],
      [{ gap: 'G5', capability: 'external_comms', actions: ['2026-q1-data-breach/AI-6'] }],
      [],
      [],
    ]);
  });

  test('pause and stop for the REAL WORLD in Q2, and go on from both', () => {
    const stops = ['exercise_paused', 'exercise_resumed', 'real_world_stop', 'exercise_resumed'];
    expect(typesOf(played[1] as ExerciseState).filter((type) => stops.includes(type))).toEqual(stops);
    expect(played.filter((state) => typesOf(state).includes('real_world_stop'))).toHaveLength(1);
  });

  test('quote the options of the script word for word', () => {
    for (const state of played) {
      const options = new Map(
        state.scenario.injects.flatMap(({ decision }) => (decision ? [[decision.id, decision.options] as const] : [])),
      );
      const made = [...listStandingOf(state, 'decision_made'), ...listStandingOf(state, 'decision_revised')];
      for (const { data } of made.filter(({ data }) => options.has(data.decision))) {
        expect(options.get(data.decision)).toContain(data.choice);
        expect(options.get(data.decision)).toEqual(expect.arrayContaining([...(data.options_considered ?? [])]));
      }
    }
  });

  test('ask for a held-back fact in the words of the script, at least one each', () => {
    const asked = played.map((state) =>
      listStandingOf(state, 'question_asked').filter(({ data }) => data.answer === 'held_back'),
    );
    expect(asked.map((questions) => questions.length)).toEqual([1, 1, 1, 2]);
    for (const [at, questions] of asked.entries()) {
      for (const { data } of questions) {
        const inject = played[at]?.scenario.injects.find(({ id }) => id === data.inject);
        expect(inject?.held_back.map(({ asked }) => asked)).toContain(data.question);
      }
    }
  });

  test('end FINAL, but for Q3, which four things keep a draft', () => {
    expect(played.map((state) => typesOf(state).includes('report_finalised'))).toEqual([true, true, false, true]);
    expect(played.map((state) => listFinalBlockers(state).map(({ where }) => where))).toEqual([
      [],
      [],
      ['AI-3', 'G5', 'G5', 'O2'],
      [],
    ]);
  });

  test('test what the register of sample runbooks holds: each version as the changes before left it', async () => {
    const shelf = parse(await readFile(join(samples, 'runbooks/index.yaml'), 'utf8')) as {
      id: string;
      version: string;
    }[];
    const tested = new Map(
      played.flatMap(({ setup }) => (setup?.plan.runbooks ?? []).map(({ id, version }) => [id, version])),
    );
    const newest = new Map(shelf.map(({ id, version }) => [id, version]));
    expect([...newest].map(([id]) => [id, tested.get(id)])).toEqual([...newest]);
    const proposed = played.flatMap((state) =>
      listStandingOf(state, 'runbook_change_proposed').map(({ data }) => data),
    );
    const published = proposed.filter((change) =>
      shelf.some(({ id, version }) => id === change.runbook && version === change.new_version),
    );
    expect(published).toHaveLength(7);
    for (const { runbook, new_version, new: words = '' } of published)
      expect(await readFile(join(samples, 'runbooks', runbook, `${new_version}.md`), 'utf8')).toContain(words);
  });

  test('decide only about duties that somebody said are running', () => {
    const [q1] = played;
    const recognised = q1 ? listStandingOf(q1, 'clock_recognised').map(({ data }) => data.clock) : [];
    expect(recognised).toEqual(['GDPR-33', 'INSURER', 'GDPR-33-2', 'CONTRACT-24H']);
  });

  test('tell participants nothing that only named functions were handed', () => {
    const editions = played.map((state) => JSON.stringify(buildParticipantEdition(state)));
    expect(editions[2]).not.toMatch(/under notice/i);
  });

  test('show a summary for customers that Communications and Legal approved, and others that are drafts', () => {
    expect(played.map((state) => tellSummaryApproval(state, '2026-07-01').is)).toEqual([
      'draft',
      'approved',
      'draft',
      'draft',
    ]);
  });
});
