/** How something went, as a dashboard tells it: figures of one unit, from the earliest to the latest. */
export type Series = {
  readonly unit: string;
  readonly points: readonly { readonly figure: string; readonly value: number; readonly label: string | null }[];
};

/** Not the end of a name, of a range, or of what is below nought. */
const figure = String.raw`(?<![\d.,\p{L}<~-])(\d[\d.,]{0,14})(\s?%|\p{L}{1,4}\b)?`;
const arrow = String.raw`\s*(?:->|→)\s*`;
const joined = new RegExp(`${figure}(?:${arrow}${figure}){2,}`, 'u');
const oneOf = new RegExp(figure, 'gu');
const most = 8;

/**
 * Three to eight figures joined by arrows in the cells of a line, `error rate  0.3% -> 12% -> 60%  (16:55 / 16:59 / 17:03)`; in brackets
 * behind them may stand what each is of. null where there are none, where their units differ, or where the line has another arrow: it may
 * lead from or to something else, and no picture is better than a wrong one.
 */
export function readSeries(cells: readonly string[]): Series | null {
  const line = cells.join('  ');
  const found = joined.exec(line);
  if (!found) return null;
  const [before, after] = [line.slice(0, found.index), line.slice(found.index + found[0].length)];
  if (/->|→/.test(`${before} ${after}`)) return null;
  const parts = [...found[0].matchAll(oneOf)];
  const units = new Set(parts.flatMap(([, , unit]) => unit?.trim() ?? []));
  const values = parts.map(([, digits = '']) => numberOf(digits));
  if (units.size > 1 || parts.length > most || values.some(Number.isNaN)) return null;
  const labels = labelsOf(after, parts.length);
  const points = values.map((value, at) => ({ figure: parts[at]?.[1] ?? '', value, label: labels?.[at] ?? null }));
  return { unit: [...units][0] ?? '', points };
}

/** NaN where a comma parts anything but thousands. */
function numberOf(words: string): number {
  const digits = words.replace(/[.,]$/, '');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(digits)
    ? Number(digits.replaceAll(',', ''))
    : Number.NaN;
}

function labelsOf(rest: string, count: number): readonly string[] | null {
  const labels = /^\s*\(([^)]*)\)/
    .exec(rest)?.[1]
    ?.split('/')
    .map((label) => label.trim());
  return labels?.length === count ? labels : null;
}

const least = 0.1;

/**
 * Where each point stands between the first, 0, and the last, 1: by their times of day where all have one and they rise, else evenly.
 * Evenly too where two would stand so close that their words run into each other.
 */
export function placesOf({ points }: Series): readonly number[] {
  const times = points.map(({ label }) => minuteOf(label ?? ''));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const places = times.map((time) => (time - first) / (last - first));
  const isWide = places.every((place, at) => at === 0 || place - (places[at - 1] ?? 0) >= least);
  return isWide ? places : points.map((_, at) => at / (points.length - 1));
}

/** NaN, which is as wide as nothing, where it is no time of day. */
function minuteOf(label: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(label) ?? [];
  return Number(hours) * 60 + Number(minutes);
}
