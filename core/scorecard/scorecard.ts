import type { Problem } from '../outcome.ts';
import { listCaveats, type SettingsBefore } from './caveats.ts';
import type { CountedBy } from './counted-by.ts';
import { crossCheck, tellRemarks } from './cross-checks.ts';
import type { ListedException } from './figures/exception-flags.ts';
import type { FileKind } from './files/file-kinds.ts';
import { type MonthRows, measureMonth } from './measure-month.ts';
import { type Period, previousMonth } from './period.ts';
import type { Settings } from './settings.ts';
import { type Ask, type Decided, type PastMonth, type Readiness, type Snapshot, scorecardSchema } from './snapshot.ts';
import type { Reading, SourceFacts } from './source-facts.ts';

/** What a scorecard is made of; `previous` months end with the one before, if there is one. */
export type ScorecardParts = {
  readonly rows: MonthRows;
  readonly period: Period;
  readonly settings: Settings;
  readonly sources: readonly SourceFacts[];
  readonly reading: Reading;
  readonly previous: readonly PastMonth[];
  readonly asks: readonly Ask[];
  readonly sentence: string | null;
  readonly readiness: Readiness | null;
  readonly decisions?: readonly Decided[];
  readonly revision: number;
  readonly reason: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  /** Of the command line. */
  readonly countedBy?: CountedBy;
  readonly publishedBecause?: string | null;
  /** Settings of the month before, and of the revision that is corrected, where they are known. */
  readonly before?: readonly SettingsBefore[];
};

/** The snapshot that is published, and the rows behind it for whoever asks "which rows?". */
export type Scorecard = {
  readonly snapshot: Snapshot;
  readonly rows: MonthRows;
  readonly reading: Reading;
  readonly listed: readonly ListedException[] | null;
  /** Files of a published month that are not what they were: its figures stand, and their rows are not there. */
  readonly lost?: readonly LostFile[];
};

export type LostFile = { readonly kind: FileKind; readonly problem: Problem };

const monthsKept = 11;

type Composed = Scorecard & { readonly remarks: ReturnType<typeof tellRemarks> };

export function composeScorecard(parts: ScorecardParts): Composed {
  const { rows, period, settings, previous, reading, before = [] } = parts;
  const measured = measureMonth(
    rows,
    period,
    settings,
    previous.find((past) => past.period === previousMonth(period.month)) ?? null,
  );
  const remarks = tellRemarks(crossCheck(rows, measured.figures, period.asOf));
  const { definitions } = measured;
  return {
    rows,
    remarks,
    reading,
    listed: measured.listed,
    snapshot: {
      schema: scorecardSchema,
      scorecard: `SC-${period.month}`,
      organisation: settings.organisation,
      tlp: settings.tlp,
      period: { month: period.month, start: period.start, end: period.end, as_of: period.asOf, timezone: period.zone },
      revision: parts.revision,
      reason: parts.reason,
      published_at: parts.publishedAt,
      published_by: parts.publishedBy,
      caveats: [...listCaveats({ ...parts, definitions, remarks, before })],
      published_because: parts.publishedBecause ?? null,
      asks: [...parts.asks],
      sentence: parts.sentence,
      figures: measured.figures,
      headlines: measured.headlines,
      definitions,
      settings,
      readiness: parts.readiness,
      sources: parts.sources.map((source) => ({
        ...source,
        unknown: { ...source.unknown },
        warnings: [...remarks[source.kind], ...source.warnings],
      })),
      history: previous.filter((past) => past.period < period.month).slice(-monthsKept),
      ...(parts.decisions?.length && { decisions: [...parts.decisions] }),
      ...(parts.countedBy && { counted_by: parts.countedBy }),
    },
  };
}
