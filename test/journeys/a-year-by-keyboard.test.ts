import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '#core/exercise/events.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import type { Act } from '../support/journey/act.ts';
import * as course from '../support/journey/acts-course.ts';
import * as planning from '../support/journey/acts-planning.ts';
import * as writing from '../support/journey/acts-writing.ts';
import { lettersOf, listFacilitatorWords, listReleasedBodies } from '../support/journey/facilitator-words.ts';
import { openInBrowser, openOnDesktop } from '../support/journey/shells.ts';
import { openYear, type Year } from '../support/journey/year.ts';
import { type Chromium, startChromium } from '../support/launch-desktop.ts';
import { muster as runMuster } from '../support/muster.ts';
import { readQuarter } from '../support/quarter-scripts.ts';

const { planByTyping, planInHaste, planFilledIn } = planning;
const { firstRelease, release, hold, skip, skipAndTakeBack, pause, lateArrival, finishBy, realWorld, anotherDay } =
  course;
const { curtain, halfAnHour, end, endWithWordsLeft, documents } = course;
const { gap, observation, strength, park, ownDecision, askedDecision, decisionFromCard, tickAndFact, pages, killed } =
  writing;

type Journey = { readonly script: string; readonly inBrowser: readonly Act[]; readonly onDesktop: readonly Act[] };

/** What is done in each exercise, in this order. What one shell leaves out of a script, the other does. */
const journeys: readonly Journey[] = [
  {
    script: 'q1-data-breach',
    inBrowser: [
      ...[planByTyping, firstRelease, gap, ownDecision, hold, skipAndTakeBack, pause, lateArrival],
      ...[halfAnHour, end],
    ],
    onDesktop: [
      ...[planInHaste, firstRelease, gap, askedDecision, park, finishBy, realWorld, anotherDay],
      ...[halfAnHour, end, documents],
    ],
  },
  {
    script: 'q2-ransomware',
    inBrowser: [
      ...[planFilledIn, firstRelease, pages, observation, killed, release, park, finishBy, realWorld, anotherDay],
      ...[halfAnHour, end, documents],
    ],
    onDesktop: [
      ...[planFilledIn, firstRelease, tickAndFact, observation, killed, release, hold, skip, pause, lateArrival],
      ...[decisionFromCard, halfAnHour, end],
    ],
  },
  {
    script: 'q3-insider-threat',
    inBrowser: [...[planInHaste, firstRelease, release, hold, skip, pause, lateArrival, curtain], ...[halfAnHour, end]],
    onDesktop: [
      ...[planInHaste, firstRelease, release, park, finishBy, realWorld, anotherDay],
      ...[halfAnHour, end, documents],
    ],
  },
  {
    script: 'q4-supply-chain',
    inBrowser: [
      ...[planInHaste, firstRelease, park, finishBy, realWorld, anotherDay, strength],
      ...[halfAnHour, endWithWordsLeft, documents],
    ],
    onDesktop: [
      ...[planInHaste, firstRelease, hold, skipAndTakeBack, pause, lateArrival, curtain, strength],
      ...[halfAnHour, end],
    ],
  },
];

/** What a half hour by keyboard has to hold, by the entry that it leaves. */
const wanted: readonly EventType[] = [
  ...([
    'exercise_started',
    'exercise_paused',
    'inject_held',
    'inject_skipped',
    'item_parked',
    'attendance_changed',
  ] as const),
  ...(['injects_left_out', 'real_world_stop', 'exercise_suspended', 'exercise_resumed', 'exercise_ended'] as const),
];

const shells = [
  ['the browser shell', openInBrowser, 'inBrowser'],
  ['the desktop', openOnDesktop, 'onDesktop'],
] as const;

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

const leftBy = (...acts: readonly Act[]) => acts.flatMap(({ leaves }) => leaves);

it('the journeys leave no act out, of no script and in no shell', () => {
  for (const { script, inBrowser, onDesktop } of journeys)
    expect(leftBy(...inBrowser, ...onDesktop), script).toEqual(expect.arrayContaining([...wanted]));
  for (const [name, , here] of shells)
    expect(leftBy(...journeys.flatMap((one) => one[here])), name).toEqual(expect.arrayContaining([...wanted]));
});

describe.each(shells)('A year of four exercises by keyboard alone, in %s', (_, open, here) => {
  const ended = new Map<string, ExerciseState>();
  let year: Year;
  beforeAll(async () => {
    year = await openYear(chromium, open);
  }, 120_000);
  afterAll(() => year?.giveUp());

  it.each(journeys)(
    '$script is planned, run for half an hour and ended with all that was acknowledged and nothing else',
    async (journey) => {
      expect(ended.size, 'how many went before').toBe(journeys.indexOf(journey));
      const script = await readQuarter(journey.script);
      const acknowledged: string[] = [];
      const acts = journey[here];
      for (const { perform } of acts) await perform(year.at(), { year, script, acknowledged });
      const exercise = await year.at().standsAt();
      await year.at().choose(/^Programme/);

      const read = await readExercise(year.workspace, exercise);
      if (!read.ok) throw new Error(read.problem.message);
      const { items } = read.value.state.log;
      expect(items.map(({ type }) => type)).toEqual(leftBy(...acts));
      for (const words of acknowledged) expect(JSON.stringify(items)).toContain(words);
      ended.set(exercise, read.value.state);
    },
    240_000,
  );

  it('no window had a fault or felt a pointer, and the room read what was released and no word of the facilitator', async () => {
    const { problems, pointed, room } = await year.close();
    expect(problems).toEqual([]);
    expect(new Set(pointed.flat())).toEqual(new Set());
    const letters = lettersOf(room);
    expect(ended.size).toBe(journeys.length);
    for (const state of ended.values()) {
      for (const words of listReleasedBodies(state)) expect(letters).toContain(lettersOf(words));
      expect(listFacilitatorWords(state).filter((words) => letters.includes(lettersOf(words)))).toEqual([]);
    }
  });

  it('the documents are those that the command line writes, byte for byte', async () => {
    const [exercise = ''] = (await readdir(join(year.workspace, 'documents'))).sort();
    const out = join(year.workspace, 'exported');
    expect((await runMuster('export', exercise, '--out', out, '--workspace', year.workspace)).code).toBe(0);
    const written = join(year.workspace, 'documents', exercise);
    expect((await readdir(written)).sort()).toEqual((await readdir(out)).sort());
    for (const name of await readdir(out))
      expect((await readFile(join(written, name))).equals(await readFile(join(out, name))), name).toBe(true);
  });
});
