import { longDay } from '../local-time.ts';
import { listWords, roleNames } from '../report/term-words.ts';
import type { Scenario } from '../scenario/schema.ts';
import { listFunctions } from './functions-present.ts';
import type { Plan } from './plan.ts';
import { listFieldProblems, warnAboutStart } from './plan-problems.ts';
import { listScriptRunbooks } from './script-runbooks.ts';
import { summariseSession } from './session-summary.ts';
import { dayOfStart, isMoment } from './start-moment.ts';
import { listStoryNames } from './story-names.ts';

export type ReadinessItem = { readonly name: string; readonly isReady: boolean; readonly hint: string };

type Around = {
  readonly hasHeldBefore: boolean;
  /** The date on this computer; null while it is not known. */
  readonly today: string | null;
};

/** Advice before a start, what is still open first. Nothing of it keeps anybody from starting. */
export function listReadiness(scenario: Scenario, plan: Plan, around: Around): readonly ReadinessItem[] {
  const items = [
    dateItem(plan, around.today),
    ...settledItems(scenario, plan),
    ...peopleItems(scenario, plan),
    runbookItem(scenario, plan),
    ...(around.hasHeldBefore ? [previousItem(plan)] : []),
  ];
  return [...items.filter(({ isReady }) => !isReady), ...items.filter(({ isReady }) => isReady)];
}

/** A plan as its card tells it. */
export type PlanSummary = {
  readonly ready: number;
  readonly total: number;
  /** The first that is still open. */
  readonly next: ReadinessItem | null;
  /** null while no day is set. */
  readonly startsOn: string | null;
};

export function summarisePlan(scenario: Scenario, plan: Plan, around: Around): PlanSummary {
  const items = listReadiness(scenario, plan, around);
  return {
    ready: items.filter(({ isReady }) => isReady).length,
    total: items.length,
    next: items.find(({ isReady }) => !isReady) ?? null,
    startsOn: dayOfStart(plan.starts_at),
  };
}

function dateItem({ starts_at }: Plan, today: string | null): ReadinessItem {
  const name = 'Date and time';
  if (starts_at === null || !isMoment(starts_at))
    return { name, isReady: false, hint: 'Open; starting now is fine too' };
  const hint = `${longDay(starts_at.slice(0, 10))}, ${starts_at.slice(11)}`;
  const hasPassed = warnAboutStart(starts_at, today) !== null;
  return { name, isReady: !hasPassed, hint: hasPassed ? `${hint}, has passed` : hint };
}

function settledItems(scenario: Scenario, plan: Plan): readonly ReadinessItem[] {
  const { tooShort } = summariseSession(scenario, plan);
  const { organisation } = plan;
  const isOwn =
    organisation.name.trim() !== '' && (plan.sample || organisation.name !== scenario.placeholders['org.name']);
  return [
    {
      name: 'The length holds the musts',
      isReady: tooShort === null,
      hint: tooShort ? `They need ${tooShort.minimum} min` : `${plan.plan.length_min} min of play`,
    },
    {
      name: 'Objectives in scope',
      isReady: plan.plan.objectives.length > 0,
      hint: `${plan.plan.objectives.length} of ${scenario.objectives.length}`,
    },
    {
      name: 'Your organisation’s name',
      isReady: isOwn,
      hint: isOwn ? organisation.name : 'The script’s invented name stands in the report',
    },
    {
      name: 'What applies to you in law',
      isReady: organisation.profile !== undefined,
      hint: organisation.profile === undefined ? 'Until you say so, every legal clock may apply' : 'Said',
    },
    namesItem(scenario, plan, isOwn),
  ];
}

/** A default may be made of the script's company: with a company of one's own the room would read both. */
function namesItem(scenario: Scenario, plan: Plan, isOwn: boolean): ReadinessItem {
  const name = 'Names in the story';
  const isFilled = !listFieldProblems(plan).some(({ at }) => at.startsWith('placeholders.'));
  const [invented = ''] = (scenario.placeholders['org.name'] ?? '').toLowerCase().split(' ');
  const left = isOwn && !plan.sample ? listStoryNames(scenario, plan).filter(({ own }) => own.trim() === '') : [];
  const telling = left.find(({ inScript }) => invented !== '' && inScript.toLowerCase().includes(invented));
  if (!telling) return { name, isReady: isFilled, hint: 'Each has a default' };
  return { name, isReady: false, hint: `${telling.words} is still “${telling.inScript}”, after the script’s company` };
}

function peopleItems(scenario: Scenario, plan: Plan): readonly ReadinessItem[] {
  const rows = listFunctions(scenario, plan);
  const missing = rows.filter(({ isMissing }) => isMissing).map(({ role }) => roleNames[role]);
  const isHeld = (role: string) => rows.some((row) => row.role === role && row.people.length > 0);
  const hasEvaluator = isHeld('EVAL') || plan.plan.evaluator !== undefined;
  return [
    {
      name: 'Every function has a person',
      isReady: missing.length === 0,
      hint:
        missing.length === 0 ? 'All are there' : `${listWords(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
    },
    { name: 'A facilitator is named', isReady: isHeld('FAC'), hint: isHeld('FAC') ? 'Named' : 'The report names them' },
    {
      name: 'An evaluator rates',
      isReady: hasEvaluator,
      hint: hasEvaluator ? 'Named' : 'Somebody who does not play sees more',
    },
    {
      name: 'A scribe writes along',
      isReady: isHeld('SCRIBE'),
      hint: isHeld('SCRIBE') ? 'Named' : 'Otherwise you capture everything yourself',
    },
  ];
}

function runbookItem(scenario: Scenario, { plan }: Plan): ReadinessItem {
  const tested = listScriptRunbooks(scenario);
  const known = tested.filter(({ id }) => plan.runbooks.some((book) => book.id === id && book.version.trim() !== ''));
  return {
    name: 'Runbook versions noted',
    isReady: known.length === tested.length,
    hint: `${known.length} of ${tested.length}`,
  };
}

function previousItem({ plan }: Plan): ReadinessItem {
  const isReady = plan.previous !== undefined;
  return {
    name: 'Actions to test again',
    isReady,
    hint: isReady ? `Those of ${plan.previous}` : 'Choose the exercise before this one',
  };
}
