import type { Problem } from '../outcome.ts';
import type { CountedBy } from './counted-by.ts';
import { crossCheck, type Remarks } from './cross-checks.ts';
import type { ListedException } from './figures/exception-flags.ts';
import type { FileKind } from './files/file-kinds.ts';
import { type MonthRows, measureMonth } from './measure-month.ts';
import { type Period, previousMonth } from './period.ts';
import type { Settings } from './settings.ts';
import { type Ask, type PastMonth, type Readiness, type Snapshot, scorecardSchema } from './snapshot.ts';
import type { SourceFacts } from './source-facts.ts';

/** What a scorecard is made of; `previous` months end with the one before, if there is one. */
export type ScorecardParts = {
  readonly rows: MonthRows;
  readonly period: Period;
  readonly settings: Settings;
  readonly sources: readonly SourceFacts[];
  readonly previous: readonly PastMonth[];
  readonly asks: readonly Ask[];
  readonly sentence: string | null;
  readonly readiness: Readiness | null;
  readonly revision: number;
  readonly reason: string | null;
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  /** Of the command line. */
  readonly countedBy?: CountedBy;
};

/** The snapshot that is published, and the rows behind it for whoever asks "which rows?". */
export type Scorecard = {
  readonly snapshot: Snapshot;
  readonly rows: MonthRows;
  readonly listed: readonly ListedException[] | null;
  /** Files of a published month that are not what they were: its figures stand, and their rows are not there. */
  readonly lost?: readonly LostFile[];
};

export type LostFile = { readonly kind: FileKind; readonly problem: Problem };

const monthsKept = 11;

export function composeScorecard(parts: ScorecardParts): Scorecard & { readonly remarks: Remarks } {
  const { rows, period, settings, previous } = parts;
  const measured = measureMonth(
    rows,
    period,
    settings,
    previous.find((past) => past.period === previousMonth(period.month)) ?? null,
  );
  const remarks = crossCheck(rows, measured.figures, period.asOf);
  return {
    rows,
    remarks,
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
      asks: [...parts.asks],
      sentence: parts.sentence,
      figures: measured.figures,
      headlines: measured.headlines,
      definitions: measured.definitions,
      settings,
      readiness: parts.readiness,
      sources: parts.sources.map((source) => ({
        ...source,
        unknown: { ...source.unknown },
        warnings: [...remarks[source.kind], ...source.warnings],
      })),
      history: previous.filter((past) => past.period < period.month).slice(-monthsKept),
      ...(parts.countedBy && { counted_by: parts.countedBy }),
    },
  };
}
