import { beforeAll, describe, expect, it } from 'vitest';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { findZone } from '#core/plan/find-zone.ts';
import { listFunctions } from '#core/plan/functions-present.ts';
import type { Plan } from '#core/plan/plan.ts';
import { listFieldProblems, toSavable, warnAboutStart } from '#core/plan/plan-problems.ts';
import { listReadiness, summarisePlan } from '#core/plan/readiness.ts';
import { fillSamplePlan } from '#core/plan/sample-plan.ts';
import { listStartConcerns } from '#core/plan/start-concerns.ts';
import { findStartFault } from '#core/plan/start-moment.ts';
import { listStoryNames } from '#core/plan/story-names.ts';
import { countWeeks, shiftWeeks, startInWeekOf } from '#core/plan/story-start.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { readQuarter } from '../../support/quarter-scripts.ts';

let scenario: Scenario;
let plan: Plan;
beforeAll(async () => {
  scenario = await readQuarter('q2-ransomware');
  plan = buildDefaultPlan('q2-ransomware', scenario, { zone: 'UTC' });
});

describe('A plan as it is typed', () => {
  const spoilt = (): Plan => ({
    ...plan,
    starts_at: '12026-01-01T10:00',
    organisation: { name: ' ', product: '{{org.name}}', time_zone: 'Berlin' },
    placeholders: { 'customer.health': 'Brannoc }} Hospital', 'press.outlet': ' Die Zeitung ' },
    plan: { ...plan.plan, evaluator: '  ', runbooks: [{ id: 'RB-01', version: ' ' }] },
    participants: [
      { name: ' Jörg Weiß ', role: 'IC', function: '' },
      { name: 'Jörg Weiß', role: 'IC' },
      { name: '', role: 'SEC' },
    ],
  });

  it('has each field explained that cannot be saved', () => {
    expect(listFieldProblems(plan)).toEqual([]);
    expect(listFieldProblems(spoilt()).map(({ at }) => at)).toEqual([
      'starts_at',
      'organisation.name',
      'organisation.time_zone',
      'organisation.product',
      'placeholders.customer.health',
      'participants.1',
    ]);
  });

  it('is saved with what was good before in place of what is not', () => {
    expect(toSavable(spoilt(), plan)).toEqual({
      ...plan,
      organisation: plan.organisation,
      placeholders: { 'press.outlet': 'Die Zeitung' },
      participants: [{ name: 'Jörg Weiß', role: 'IC' }],
    });
  });

  it.each([
    ['2026-12-01T', 'time', /the time as well/],
    ['T09:30', 'day', /the day as well/],
    ['2026-12-01T25:00', 'time', /25:00 is no time of day/],
    ['2026-02-30T09:30', 'day', /no 30 February 2026/],
  ])('is told of a start such as %s what is wrong, and where', (starts, at, words) => {
    expect(findStartFault(starts)).toEqual({ at, message: expect.stringMatching(words) });
    expect(toSavable({ ...plan, starts_at: starts }, plan).starts_at).toBe(plan.starts_at);
  });

  it('is saved as it is when nothing is wrong', () => {
    const filled = fillSamplePlan(plan, scenario);
    expect(toSavable(filled, plan)).toEqual(filled);
  });
});

describe('The functions of a plan', () => {
  it('flag players nobody stands for, with the injects the facilitator has to play', () => {
    const legal = listFunctions(scenario, plan).find(({ role }) => role === 'LEGAL');
    expect(legal).toMatchObject({ isMissing: true, people: [] });
    expect(legal?.injects).toBeGreaterThan(3);
  });

  it('take several persons, and one without a name for none', () => {
    const participants: Plan['participants'] = [
      { name: 'Ada', role: 'LEGAL' },
      { name: 'Bo', role: 'LEGAL' },
      { name: ' ', role: 'SEC' },
    ];
    const rows = listFunctions(scenario, { ...plan, participants });
    expect(rows.find(({ role }) => role === 'LEGAL')).toMatchObject({ isMissing: false });
    expect(rows.find(({ role }) => role === 'LEGAL')?.people.map(({ at }) => at)).toEqual([0, 1]);
    expect(rows.find(({ role }) => role === 'SEC')?.isMissing).toBe(true);
  });

  it('never miss finance, a scribe or an evaluator', () => {
    const optional = listFunctions(scenario, plan).filter(({ kind }) => kind !== 'player');
    expect(optional.some(({ isMissing }) => isMissing)).toBe(false);
  });
});

describe('The readiness of a plan', () => {
  const early = { hasHeldBefore: false, today: '2026-11-25' };

  it('puts what is open first and is complete for a filled plan with a date', () => {
    const [first] = listReadiness(scenario, plan, early);
    expect(first?.isReady).toBe(false);
    const filled = { ...fillSamplePlan(plan, scenario), starts_at: '2026-12-01T10:00' };
    expect(listReadiness(scenario, filled, early).filter(({ isReady }) => !isReady)).toEqual([]);
  });

  it('is told on a card with its day and what is open first', () => {
    const filled = fillSamplePlan(plan, scenario);
    const dated = summarisePlan(scenario, { ...filled, starts_at: '2026-12-01T10:00' }, early);
    expect(dated).toEqual({ ready: dated.total, total: dated.total, next: null, startsOn: '2026-12-01' });
    expect(dated.total).toBeGreaterThan(8);
    const undated = { ready: dated.total - 1, next: { name: 'Date and time' }, startsOn: null };
    expect(summarisePlan(scenario, { ...filled, starts_at: null }, early)).toMatchObject(undated);
    expect(summarisePlan(scenario, { ...filled, starts_at: '12026-01-01T10:00' }, early)).toMatchObject(undated);
  });

  it('names what is still called after the script’s company, once the organisation is one’s own', async () => {
    const q4 = await readQuarter('q4-supply-chain');
    const own = buildDefaultPlan('q4-supply-chain', q4, { zone: 'UTC' });
    const named = { ...own, organisation: { ...own.organisation, name: 'Nordhafen Logistics' } };
    const namesOf = (given: typeof own) =>
      listReadiness(q4, given, early).find(({ name }) => name === 'Names in the story');
    expect(namesOf(own)).toMatchObject({ isReady: true });
    expect(namesOf(named)).toMatchObject({ isReady: false, hint: expect.stringContaining('wexcombe-ci-bot') });
    expect(namesOf({ ...named, placeholders: { 'org.bot': 'nordhafen-ci' } })).toMatchObject({ isReady: true });
  });

  it('asks for the previous exercise only where one was held', () => {
    const names = (hasHeldBefore: boolean) =>
      listReadiness(scenario, plan, { ...early, hasHeldBefore }).map(({ name }) => name);
    expect(names(false)).not.toContain('Actions to test again');
    expect(names(true)).toContain('Actions to test again');
  });
});

describe('A day that has passed', () => {
  it('is warned of and open, never refused, and one to come is not', () => {
    const past = { ...plan, starts_at: '2026-11-24T10:00' };
    expect(listFieldProblems(past)).toEqual([]);
    expect(warnAboutStart(past.starts_at, '2026-11-25')).toMatch(/^This day has passed/);
    expect(warnAboutStart(past.starts_at, '2026-11-24')).toBeNull();
    const items = listReadiness(scenario, past, { hasHeldBefore: false, today: '2026-11-25' });
    expect(items.find(({ name }) => name === 'Date and time')).toEqual({
      name: 'Date and time',
      isReady: false,
      hint: 'Tuesday 24 November 2026, 10:00, has passed',
    });
  });
});

describe('Before a start', () => {
  const at = { today: '2026-11-25', hasRoom: true };

  it('are named an empty room, another day, a length below the musts and a missing room window', () => {
    const short = { ...plan, starts_at: '2026-12-10T10:00', plan: { ...plan.plan, length_min: 30 } };
    expect(listStartConcerns(scenario, short, { ...at, hasRoom: false })).toEqual([
      'Nobody is invited: you will have to play every function.',
      'No room window is open: nobody but you sees what you release.',
      expect.stringMatching(/^The musts need \d+ min, and the plan has 30\.$/),
      'The plan is for Thursday 10 December 2026, and today is Wednesday 25 November 2026.',
    ]);
  });

  it('is nothing to hear with people, room and today, and a sample needs no room', () => {
    const filled = { ...fillSamplePlan(plan, scenario), starts_at: '2026-11-25T10:00' };
    expect(listStartConcerns(scenario, { ...filled, sample: false }, at)).toEqual([]);
    expect(listStartConcerns(scenario, filled, { ...at, hasRoom: false })).toEqual([]);
  });
});

describe('A time zone', () => {
  it('is known by its city where only one has it', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'America/Louisville', 'Europe/Louisville'];
    const typed = ['berlin', 'europe/berlin', ' New York', 'Louisville', 'Berlim'];
    expect(typed.map((words) => findZone(words, zones))).toEqual([
      ...['Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'Louisville', 'Berlim'],
    ]);
  });
});

describe('Names in the story', () => {
  it('come with the default and the injects they are read in', () => {
    const names = listStoryNames(scenario, { placeholders: { 'press.outlet': 'Die Zeitung' } });
    expect(names.some(({ name }) => name.startsWith('org.name'))).toBe(false);
    expect(names.find(({ name }) => name === 'customer.health')).toMatchObject({
      words: 'Health customer',
      inScript: 'St Brannoc Hospital Group',
      own: '',
      appearsIn: expect.arrayContaining(['A hospital group is on paper']),
    });
    expect(names.find(({ name }) => name === 'press.outlet')?.own).toBe('Die Zeitung');
  });
});

describe('The start of the story', () => {
  it('moves by whole weeks, over the end of a year too', () => {
    expect(shiftWeeks('2026-12-28T16:40', 1)).toBe('2027-01-04T16:40');
    expect(countWeeks('2026-05-22T16:40', '2026-05-08T16:40')).toBe(-2);
  });

  it('keeps its weekday in the week of another day', () => {
    expect(startInWeekOf('2026-05-22T16:40', '2026-11-23T09:00')).toBe('2026-11-27T16:40');
    expect(startInWeekOf('2026-05-22T16:40', '2026-11-29T09:00')).toBe('2026-11-27T16:40');
  });
});
