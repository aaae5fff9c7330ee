import { walkTexts } from '../scenario/checks/placeholders.ts';
import { listPlaceholders } from '../scenario/placeholders.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';

export type StoryName = {
  readonly name: string;
  /** `Customer, health` of `customer.health`. */
  readonly words: string;
  readonly inScript: string;
  /** What was typed for this exercise; empty where the script's own stands. */
  readonly own: string;
  readonly appearsIn: readonly string[];
};

const organisationFields = new Set(['org.name', 'org.product', 'org.domain']);

/** The names a script leaves open, without those of the organisation, and where each is read. */
export function listStoryNames(scenario: Scenario, plan: Pick<Plan, 'placeholders'>): readonly StoryName[] {
  const places = findAppearances(scenario);
  return Object.entries(scenario.placeholders)
    .filter(([name]) => !organisationFields.has(name))
    .map(([name, inScript]) => ({
      name,
      words: describe(name),
      inScript,
      own: plan.placeholders[name] ?? '',
      appearsIn: places.get(name) ?? [],
    }));
}

/** By placeholder, the titles of the injects it is read in; other places by their field's name. */
export function findAppearances(scenario: Scenario): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { path, text } of walkTexts(scenario)) {
    for (const name of listPlaceholders(text)) {
      found.set(name, (found.get(name) ?? new Set()).add(placeOf(scenario, path)));
    }
  }
  return new Map([...found].map(([name, places]) => [name, [...places]]));
}

function placeOf(scenario: Scenario, [field, at]: readonly PropertyKey[]): string {
  const inject = field === 'injects' || field === 'contingency' ? scenario[field][Number(at)]?.title : undefined;
  const name = String(field).replaceAll('_', ' ');
  return inject ?? name.charAt(0).toUpperCase() + name.slice(1);
}

const better: Readonly<Record<string, string>> = {
  'org.lead_sa': 'Data protection authority',
  'org.csirt': 'National CSIRT',
  'org.bot': 'Build account',
  'customer.top': 'Largest customer',
  'customer.health': 'Health customer',
  'supplier.bi': 'Reporting supplier',
  'supplier.ti': 'Threat intelligence supplier',
  'supplier.forensics': 'Forensics firm',
  'supplier.counsel': 'Outside counsel',
  'supplier.broker': 'Insurance broker',
  'supplier.negotiator': 'Negotiation adviser',
  'supplier.scanner': 'Code scanning supplier',
  'press.outlet': 'Newspaper',
  'press.reporter': 'Reporter',
};

function describe(name: string): string {
  const plain = name.replaceAll('_', ' ').replaceAll('.', ', ');
  return better[name] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
