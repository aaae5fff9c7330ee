import { Temporal } from 'temporal-polyfill';
import { type Piece, readBraces, replaceBraces, tellBroken } from './braces.ts';
import type { Scenario } from './schema.ts';

type Given = {
  readonly organisation: {
    readonly name?: string | undefined;
    readonly product?: string | undefined;
    readonly domain?: string | undefined;
  };
  readonly placeholders: Readonly<Record<string, string>>;
  readonly plan: { readonly storyline_start: string };
};

export type PlaceholderProblem = { readonly path: readonly PropertyKey[]; readonly message: string };
export type Resolved =
  | { readonly ok: true; readonly scenario: Scenario }
  | {
      readonly ok: false;
      readonly problems: readonly PlaceholderProblem[];
      /** As far as it can be filled; the rest of it as written. */
      readonly scenario: Scenario;
    };

/**
 * The script as it will be played: every placeholder filled, every storyline time shifted by whole weeks.
 * A value comes from the plan, else from the organisation, else from the script. Source: definitions.md, "Placeholders".
 */
export function resolveScenario(scenario: Scenario, given: Given): Resolved {
  const problems: PlaceholderProblem[] = [];
  const values = collectValues(scenario, given);
  const filled = fillStrings(scenario, [], (text, path) =>
    replaceBraces(text, (piece) => {
      const value = piece.name === null ? undefined : values.get(piece.name);
      if (value === undefined) problems.push({ path, message: tellUnfilled(text, piece) });
      return value;
    }),
  );
  const weeks = weeksBetween(scenario.storyline_start, given.plan.storyline_start);
  if (weeks === null) {
    const message = `storyline_start ${given.plan.storyline_start} is not a whole number of weeks from ${scenario.storyline_start}`;
    problems.push({ path: ['storyline_start'], message });
  }
  const shifted = shiftStoryline(filled, weeks ?? 0);
  return problems.length > 0 ? { ok: false, problems, scenario: shifted } : { ok: true, scenario: shifted };
}

function tellUnfilled(text: string, piece: Piece): string {
  if (piece.name === null) return `${tellBroken(text, piece)} is no whole placeholder`;
  return `placeholder {{${piece.name}}} has no value`;
}

/** A text written during play, filled like the script; `unknown`: the first piece in it that has no value, as written. */
export function fillText(
  text: string,
  scenario: Scenario,
  given: Given,
): { readonly text: string; readonly unknown: string | null } {
  const values = collectValues(scenario, given);
  const find = ({ name }: Piece) => (name === null ? undefined : values.get(name));
  const unknown = readBraces(text).find((piece) => find(piece) === undefined);
  return { text: replaceBraces(text, find), unknown: unknown ? tellPiece(unknown) : null };
}

const tellPiece = ({ name, written }: Piece) => (name === null ? written.trim() : `{{${name}}}`);

/** What the room will read of a script that is looked at; where a name has no value, a mark says which: `[?? org.nmae ??]`. */
export function fillWithDefaults(scenario: Scenario): Scenario {
  const { storyline_start } = scenario;
  const { scenario: filled } = resolveScenario(scenario, {
    organisation: {},
    placeholders: {},
    plan: { storyline_start },
  });
  return fillStrings(filled, [], (text) =>
    replaceBraces(text, ({ written }) => `[?? ${written.replaceAll(/[{}]/g, '').trim()} ??]`.replace('??  ??', '??')),
  );
}

/** Every `{{name}}` in a text. */
export function listPlaceholders(text: string): readonly string[] {
  return readBraces(text).flatMap(({ name }) => (name === null ? [] : [name]));
}

function collectValues(scenario: Scenario, { organisation, placeholders }: Given): ReadonlyMap<string, string> {
  const values = new Map(Object.entries(scenario.placeholders));
  for (const field of ['name', 'product', 'domain'] as const) {
    const value = organisation[field];
    if (value !== undefined) values.set(`org.${field}`, value);
  }
  for (const [name, value] of Object.entries(placeholders)) values.set(name, value);
  return values;
}

/** The defaults themselves are data, not text to fill. */
function fillStrings<Value>(
  value: Value,
  path: readonly PropertyKey[],
  fill: (text: string, path: readonly PropertyKey[]) => string,
): Value {
  if (path.length === 1 && path[0] === 'placeholders') return value;
  return walk(value, path) as Value; // the same shape with other strings

  function walk(inner: unknown, at: readonly PropertyKey[]): unknown {
    if (typeof inner === 'string') return fill(inner, at);
    if (Array.isArray(inner)) return inner.map((item, index) => fillStrings(item, [...at, index], fill));
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, fillStrings(item, [...at, key], fill)]));
  }
}

function weeksBetween(from: string, to: string): number | null {
  if (from === to) return 0;
  const days = Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), { largestUnit: 'days' });
  const isWhole = days.hours === 0 && days.minutes === 0 && days.days % 7 === 0;
  return isWhole ? days.days / 7 : null;
}

function shiftStoryline(scenario: Scenario, weeks: number): Scenario {
  if (weeks === 0) return scenario;
  const shift = (time: string) => Temporal.PlainDateTime.from(time).add({ weeks }).toString().slice(0, 16);
  return {
    ...scenario,
    storyline_start: shift(scenario.storyline_start),
    injects: scenario.injects.map((inject) => ({ ...inject, storyline_time: shift(inject.storyline_time) })),
  };
}
