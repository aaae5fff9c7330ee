import { describe, expect, it, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { measureExercise } from '#core/exercise/metrics/measure-exercise.ts';
import { listClockCards, listClockChoices } from '#core/exercise/views/console-view-clocks.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import type { ProfileFlag } from '#core/scenario/vocabulary.ts';
import {
  decision,
  minute,
  playedOf,
  refusalOf,
  release,
  replayed,
  type Step,
  sampleSetup,
  undo,
} from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

const byInject = ['GDPR-33', 'UK-GDPR-33', 'NIS2-IN', 'DORA-INIT', 'GDPR-33-2', 'CIRCIA', 'CRA-EW'];

/** The third inject starts clocks by its release, the second by a decision; GDPR-34 is started by nothing. */
const scenario: Scenario = {
  ...sampleScenario,
  clocks: [...byInject, 'SEC-8K-105', 'GDPR-34', 'NIS2-FR'],
  injects: sampleScenario.injects.map((inject) => ({
    ...inject,
    ...(inject.id === 'Q1-030' ? { clock_trigger: byInject } : {}),
    ...(inject.id === 'Q1-020' && inject.decision
      ? { decision: { ...inject.decision, clock_trigger: ['SEC-8K-105'], starts_clock_when: ['Declare'] } }
      : {}),
  })),
};

function play(profile: readonly ProfileFlag[] | undefined, ...steps: readonly Step[]) {
  const organisation = { ...sampleSetup.organisation, ...(profile ? { profile: [...profile] } : {}) };
  return playedOf(scenario, { ...sampleSetup, organisation }, ...steps);
}

const recognise = (clock: string, more: object = {}): Command => ({
  type: 'recognise_clock',
  clock,
  by: 'LEGAL',
  ...more,
});
const file = (clock: string): Command => ({ type: 'file_clock', clock, by: 'LEGAL', reference: 'No. 7' });
const ruleOut = (clock: string): Command => ({ type: 'rule_out_clock', clock, by: 'LEGAL', reason: 'No people in it' });
const cardOf = (state: Parameters<typeof listClockCards>[0], clock: string, at = 30) =>
  listClockCards(state, minute(at)).find((card) => card.clock === clock);
const offered = (state: Parameters<typeof listClockChoices>[0]) => listClockChoices(state).map(({ id }) => id);
const opened = [20, release('Q1-030')] as const;

describe('A legal clock is offered', () => {
  it('only where the profile of the organisation makes it possible', () => {
    expect(offered(play(['eu_personal_data', 'controller']))).toEqual(['GDPR-33', 'GDPR-34']);
    expect(offered(play(['nis2_entity']))).toEqual(['NIS2-IN', 'NIS2-FR']);
    expect(offered(play([]))).toEqual([]);
  });

  it('in any case without a profile, but never one without force in the story', () => {
    const all = offered(play(undefined));
    expect(all).toEqual(expect.arrayContaining(['GDPR-33', 'UK-GDPR-33', 'DORA-INT', 'DORA-FIN', 'SEC-8K-105']));
    expect(all).not.toEqual(expect.arrayContaining(['CIRCIA']));
    expect(all).not.toEqual(expect.arrayContaining(['CRA-EW'])); // in force from September, and the story plays in February
  });

  it('all the same once somebody spoke of it', () => {
    const state = play(['nis2_entity'], opened, [22, ruleOut('UK-GDPR-33')]);
    expect(offered(state)).toContain('UK-GDPR-33');
    expect(cardOf(state, 'UK-GDPR-33')).toMatchObject({ status: 'not_applicable', time: null });
  });
});

describe('A legal clock begins', () => {
  test.each([
    ['not before its inject is released', [], 'GDPR-33', false],
    ['with the release', [opened], 'GDPR-33', true],
    ['not before its decision is made', [[10, release('Q1-020')]], 'SEC-8K-105', false],
    [
      'with the choice that starts it',
      [
        [10, release('Q1-020')],
        [12, decision('D2', { choice: 'Declare' })],
      ],
      'SEC-8K-105',
      true,
    ],
    [
      'not with another option',
      [
        [10, release('Q1-020')],
        [12, decision('D2', { choice: 'Wait' })],
      ],
      'SEC-8K-105',
      false,
    ],
    [
      'when the decision is revised so',
      [
        [10, release('Q1-020')],
        [12, decision('D2', { choice: 'Wait' })],
        [15, { type: 'revise_decision', decision: 'D2', by: 'IC', choice: 'Declare' }],
      ],
      'SEC-8K-105',
      true,
    ],
    [
      'where people judge, after a choice in words of their own',
      [
        [10, release('Q1-020')],
        [12, decision('D2', { choice: 'It is material' })],
      ],
      'SEC-8K-105',
      true,
    ],
    ['at any time where nothing in script or law starts it', [], 'GDPR-34', true],
    ['not before the one it follows is filed', [opened, [21, recognise('NIS2-IN')]], 'NIS2-FR', false],
    ['when the one it follows is filed', [opened, [21, file('NIS2-IN')]], 'NIS2-FR', true],
    ['no more once that filing is taken back', [opened, [21, file('NIS2-IN')], [22, undo]], 'NIS2-FR', false],
  ] as readonly (readonly [string, readonly Step[], string, boolean])[])('%s', (_, steps, clock, isBegun) => {
    const state = play(undefined, ...steps);
    expect(listClockChoices(state).find(({ id }) => id === clock)?.hasBegun).toBe(isBegun);
    expect(refusalOf(state, recognise(clock))).toBe(isBegun ? null : 'clock_not_begun');
  });
});

describe('The card of a legal clock', () => {
  it('says what started it, who recognised it, and what is used and left in storyline time', () => {
    expect(cardOf(play(undefined, opened, [25, recognise('GDPR-33')]), 'GDPR-33')).toMatchObject({
      status: 'recognised',
      startedBy: '“Third”, Q1-030',
      runsFrom: { minute: 20, storylineTime: '2026-02-17T09:25' },
      recognised: { by: 'LEGAL', minute: 25, storylineTime: '2026-02-17T09:30', agoMinutes: 5 },
      time: { deadline: '2026-02-20T09:25', leftMinutes: 72 * 60 - 10, usedMinutes: 10 },
      law: { verified: 'A', contents: expect.arrayContaining(['contact point']) },
    });
  });

  it('is there before anybody has recognised it, with its time running', () => {
    expect(cardOf(play(undefined, opened), 'GDPR-33')).toMatchObject({
      status: 'not_recognised',
      recognised: null,
      time: { leftMinutes: 72 * 60 - 10 },
    });
    expect(cardOf(play(undefined), 'GDPR-33')).toBeUndefined();
  });

  it('stands still once it is filed', () => {
    const state = play(undefined, opened, [25, recognise('GDPR-33')], [28, file('GDPR-33')]);
    expect(cardOf(state, 'GDPR-33', 50)).toMatchObject({
      status: 'filed',
      filed: { by: 'LEGAL', reference: 'No. 7', minute: 28 },
      time: { leftMinutes: 72 * 60 - 8, usedMinutes: 8 },
    });
  });

  it('counts a month from the filing it follows, to the end of that day', () => {
    const state = play(undefined, opened, [25, file('NIS2-IN')], [26, recognise('NIS2-FR')]);
    expect(cardOf(state, 'NIS2-FR')).toMatchObject({
      startedBy: 'NIS2-IN was filed',
      runsFrom: { storylineTime: '2026-02-17T09:30' },
      time: { deadline: '2026-03-17' },
    });
  });

  it('counts the final report of DORA from the last of several intermediate ones', () => {
    const steps: Step[] = [opened, [21, file('DORA-INIT')], [22, file('DORA-INT')], [40, file('DORA-INT')]];
    expect(cardOf(play(undefined, ...steps), 'DORA-FIN')?.runsFrom?.minute).toBe(40);
    expect(cardOf(play(undefined, ...steps), 'DORA-INT')).toMatchObject({
      runsFrom: { minute: 21 },
      filed: { minute: 22 },
    });
  });

  it('of DORA is never later than a day after the room noticed', () => {
    const day = {
      ...scenario,
      injects: scenario.injects.map((inject) => ({
        ...inject,
        storyline_time: inject.id === 'Q1-010' ? '2026-02-16T10:00' : inject.storyline_time,
      })),
    };
    const begun = { ...day, storyline_start: '2026-02-16T09:55' };
    const setup = { ...sampleSetup, plan: { ...sampleSetup.plan, storyline_start: '2026-02-16T09:55' } };
    const noticed: Step[] = [
      [0, release('Q1-010')],
      [1, { type: 'record_detection', inject: 'Q1-010' }],
    ];
    expect(cardOf(playedOf(begun, setup, ...noticed, opened), 'DORA-INIT')?.time?.deadline).toBe('2026-02-17T10:01');
    expect(cardOf(playedOf(begun, setup, opened), 'DORA-INIT')?.time?.deadline).toBe('2026-02-17T13:25');
  });

  it('has no deadline where the law names no number, and says why where holidays are not known', () => {
    expect(cardOf(play(undefined, opened), 'GDPR-33-2')).toMatchObject({ time: null, problem: null });
    const late = {
      ...scenario,
      storyline_start: '2027-12-29T09:00',
      injects: scenario.injects.map((inject) => ({ ...inject, storyline_time: '2027-12-29T09:05' })),
    };
    const setup = { ...sampleSetup, plan: { ...sampleSetup.plan, storyline_start: '2027-12-29T09:00' } };
    const state = playedOf(late, setup, [10, release('Q1-020')], [12, decision('D2', { choice: 'Declare' })]);
    expect(cardOf(state, 'SEC-8K-105')).toMatchObject({
      time: null,
      problem: expect.stringContaining('from 2026-01-01 to 2027-12-31'),
    });
  });

  it('comes first where least is left', () => {
    const state = play(
      undefined,
      opened,
      [21, recognise('GDPR-33-2')],
      [22, recognise('GDPR-33')],
      [23, recognise('DORA-INIT')],
      [24, ruleOut('UK-GDPR-33')],
    );
    expect(listClockCards(state, minute(30)).map(({ clock }) => clock)).toEqual([
      'DORA-INIT',
      'GDPR-33',
      'GDPR-33-2',
      'NIS2-IN',
      'UK-GDPR-33',
    ]);
  });
});

describe('What cannot be recorded of a legal clock', () => {
  test.each([
    ['before the release', recognise('GDPR-33'), 'GDPR-33; first release Q1-030.'],
    ['before the decision', recognise('SEC-8K-105'), 'SEC-8K-105; first decide D2 so that it starts.'],
    ['before the notice it follows', recognise('NIS2-FR'), 'NIS2-FR; first file NIS2-IN.'],
    ['by the wrong role', { ...ruleOut('GDPR-33'), by: 'IC' } as Command, 'GDPR-33, by IC.'],
    [
      'without the fact it depends on',
      recognise('GDPR-34', { facts: [] }),
      'GDPR-34, “A high risk to people is likely”.',
    ],
    ['of a clock that is none', file('GDPR-99'), 'The script names no such clock: GDPR-99.'],
  ])('%s is answered with what was found and what to do', (_, command, words) => {
    const decided = decide(play(undefined), command);
    const { message, hint } = decided.ok ? { message: '', hint: '' } : decided.problem;
    expect(message).toContain(words);
    expect(hint).toMatch(/^(Recognise|Ask|Say|Choose) .+\.$/);
  });
});

describe('A second recognition', () => {
  it('is kept, and the first one counts', () => {
    const state = play(undefined, opened, [25, recognise('GDPR-33')], [35, recognise('GDPR-33', { by: 'IC' })]);
    expect(cardOf(state, 'GDPR-33', 40)?.recognised).toMatchObject({ by: 'LEGAL', minute: 25 });
  });

  it('takes back that the clock does not apply', () => {
    const state = play(
      undefined,
      opened,
      [25, recognise('GDPR-33')],
      [26, ruleOut('GDPR-33')],
      [27, recognise('GDPR-33')],
    );
    expect(cardOf(state, 'GDPR-33')?.status).toBe('recognised');
  });
});

describe('What was said of the incident', () => {
  it('is kept with the recognition, through a replay', () => {
    const facts = ['significant_incident'];
    const state = play(undefined, opened, [25, recognise('NIS2-IN', { facts })]);
    const last = replayed(state).log.items.at(-1);
    expect(last).toMatchObject({ type: 'clock_recognised', data: { clock: 'NIS2-IN', facts, by: 'LEGAL' } });
  });
});

describe('The measures', () => {
  it('hold deadline, used and left of each clock at its filing, else at the end', () => {
    const state = play(
      undefined,
      opened,
      [25, recognise('GDPR-33')],
      [28, file('GDPR-33')],
      [30, ruleOut('UK-GDPR-33')],
      [40, { type: 'end_exercise' }],
    );
    expect(measureExercise(state).clocks).toMatchObject({
      'GDPR-33': { status: 'filed', recognition_min: 5, deadline: '2026-02-20T08:25:00Z', used_min: 8, left_min: 4312 },
      'UK-GDPR-33': { status: 'not_applicable', deadline: null, used_min: null, left_min: null },
      'DORA-INIT': { status: 'not_recognised', recognition_min: null, used_min: 20, left_min: 220 },
      'GDPR-33-2': { status: 'not_recognised', deadline: null, left_min: null },
    });
  });
});
