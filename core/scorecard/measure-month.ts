import { measureControls } from './figures/controls-health.ts';
import { measureDrift } from './figures/drift-figures.ts';
import { measureExceptions } from './figures/exception-figures.ts';
import { type ListedException, listExceptions } from './figures/exception-flags.ts';
import { coverOf } from './figures/exception-standing.ts';
import { measureIncidents } from './figures/incident-figures.ts';
import { measurePatching } from './figures/patching-figures.ts';
import { rateFigures } from './figures/rate-figures.ts';
import type { FileKind, RowIn } from './files/file-kinds.ts';
import type { Period } from './period.ts';
import type { Sections } from './sections.ts';
import type { Settings } from './settings.ts';
import { type ComparedMonth, compareWith, definitionsOf, headlinesOf } from './trend.ts';

/** The rows of a month; null for a file that was not read. */
export type MonthRows = { readonly [Kind in FileKind]: readonly RowIn<Kind>[] | null };

export type MonthFigures = Sections & {
  readonly rag: ReturnType<typeof rateFigures>;
  readonly trend: ReturnType<typeof compareWith>;
};

export type MeasuredMonth = {
  readonly figures: MonthFigures;
  readonly headlines: ReturnType<typeof headlinesOf>;
  readonly definitions: ReturnType<typeof definitionsOf>;
  /** The exception list; null where that file was not read. */
  readonly listed: readonly ListedException[] | null;
};

/** Every figure of spec.md D.2 to D.7 with the ids of the rows that decide it. Same rows, same settings, same figures. */
export function measureMonth(
  rows: MonthRows,
  period: Period,
  settings: Settings,
  previous: ComparedMonth | null,
): MeasuredMonth {
  const { assets, incidents, drift, exceptions, vulnerabilities } = rows;
  const cover = coverOf(exceptions ?? []);
  const listed = exceptions && listExceptions(exceptions, { asOf: period.asOf, settings, assets, drift });
  const sections: Sections = {
    controls_health: assets && measureControls(assets, cover, period, settings),
    incidents: incidents && measureIncidents(incidents, period, settings),
    drift: drift && measureDrift(drift, assets ?? [], cover, period),
    exceptions: listed && measureExceptions(listed, settings.exceptions.expiring_within_days),
    vulnerability: vulnerabilities && measurePatching(vulnerabilities, assets, cover, period, settings),
  };
  const headlines = headlinesOf(sections);
  const definitions = definitionsOf(settings);
  return {
    figures: {
      ...sections,
      rag: rateFigures(sections, settings),
      trend: compareWith(previous, headlines, definitions),
    },
    headlines,
    definitions,
    listed,
  };
}
