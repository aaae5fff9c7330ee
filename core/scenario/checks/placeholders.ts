import { holdsBraces, type Piece, readBraces, tellBroken } from '../braces.ts';
import { error, type Finding } from '../finding.ts';
import type { Scenario } from '../schema.ts';

/** Every placeholder is whole and has a default, so that a script can be played as it is. */
export function checkPlaceholders(scenario: Scenario): readonly Finding[] {
  const nested = Object.entries(scenario.placeholders)
    .filter(([, value]) => holdsBraces(value))
    .map(([name, value]) =>
      error(['placeholders', name], `placeholders.${name}: found "${value}"; a value holds no placeholder of its own`),
    );
  const unknown = walkTexts(scenario).flatMap(({ path, text }) =>
    readBraces(text)
      .filter(({ name }) => name === null || !Object.hasOwn(scenario.placeholders, name))
      .map((piece) => error(path, `${fieldOf(path)}: ${tellFault(text, piece)}`)),
  );
  return [...nested, ...unknown];
}

const fieldOf = (path: readonly PropertyKey[]) => String(path.findLast((key) => typeof key === 'string'));

function tellFault(text: string, piece: Piece): string {
  if (piece.name !== null) return `placeholder {{${piece.name}}} has no default under placeholders`;
  return `${tellBroken(text, piece)} is no whole placeholder; write it as {{org.name}}, or take the braces out`;
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
