import { error, type Finding } from '../finding.ts';
import { listPlaceholders } from '../placeholders.ts';
import type { Scenario } from '../schema.ts';

/** Every placeholder has a default, so that a script can be played as it is. */
export function checkPlaceholders(scenario: Scenario): readonly Finding[] {
  const nested = Object.entries(scenario.placeholders)
    .filter(([, value]) => value.includes('{{'))
    .map(([name, value]) =>
      error(['placeholders', name], `placeholders.${name}: found "${value}"; a value holds no placeholder of its own`),
    );
  const unknown = walkTexts(scenario).flatMap(({ path, text }) =>
    listPlaceholders(text)
      .filter((name) => !Object.hasOwn(scenario.placeholders, name))
      .map((name) => error(path, `${String(path.at(-1))}: placeholder {{${name}}} has no default under placeholders`)),
  );
  return [...nested, ...unknown];
}

export type PlacedText = { readonly path: readonly PropertyKey[]; readonly text: string };

/** Every text of a script with its place, the defaults of placeholders and the real cases behind it excepted. */
export function walkTexts(value: unknown, path: readonly PropertyKey[] = []): readonly PlacedText[] {
  if (path.length === 1 && (path[0] === 'placeholders' || path[0] === 'modelled_on')) return [];
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    walkTexts(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
