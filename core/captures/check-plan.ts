import { holdsBraces } from '../scenario/braces.ts';
import { walkTexts } from '../scenario/checks/placeholders.ts';
import { listPlaceholders } from '../scenario/placeholders.ts';
import type { Scenario } from '../scenario/schema.ts';

type Header = {
  readonly placeholders: Readonly<Record<string, string>>;
  readonly organisation?: Readonly<Partial<Record<'name' | 'product' | 'domain', string | undefined>>> | undefined;
  readonly plan: { readonly runbooks: readonly { readonly id: string }[] };
  readonly participants: readonly { readonly name: string; readonly role: string }[];
};
type PlanProblem = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What is set twice, and values that would bring in placeholders of their own. */
export function checkPlanValues({ placeholders, organisation, plan, participants }: Header): PlanProblem[] {
  const values = [
    ...Object.entries(placeholders).map(([name, value]) => ({ path: ['placeholders', name], value })),
    ...(['name', 'product', 'domain'] as const).map((name) => ({
      path: ['organisation', name],
      value: organisation?.[name] ?? '',
    })),
  ];
  return [
    ...values
      .filter(({ value }) => holdsBraces(value))
      .map(({ path, value }) => ({
        path,
        message: `${path.join('.')}: found "${value}"; a value holds no placeholder of its own`,
      })),
    ...findRepeated(plan.runbooks.map(({ id }) => id)).map(({ at, name }) => ({
      path: ['plan', 'runbooks', at, 'id'],
      message: `plan.runbooks: ${name} stands here a second time`,
    })),
    ...findRepeated(participants.map(({ name, role }) => `${name} as ${role}`)).map(({ at, name }) => ({
      path: ['participants', at],
      message: `participants: ${name} stands here a second time`,
    })),
  ];
}

/** Placeholders that neither the script nor the organisation knows, for which the script would keep its default. */
export function findUnknownPlaceholder({ placeholders }: Header, scenario: Scenario): PlanProblem | undefined {
  const known = new Set([
    'org.name',
    'org.product',
    'org.domain',
    ...Object.keys(scenario.placeholders),
    ...walkTexts(scenario).flatMap(({ text }) => listPlaceholders(text)),
  ]);
  const name = Object.keys(placeholders).find((given) => !known.has(given));
  if (name === undefined) return undefined;
  return {
    path: ['placeholders', name],
    message: `placeholders: the script has no placeholder ${name}; it has ${[...known].join(', ')}`,
  };
}

function findRepeated(names: readonly string[]) {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    if (seen.has(name)) return [{ name, at }];
    seen.add(name);
    return [];
  });
}
