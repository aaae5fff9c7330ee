import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { type ReadTable, startTable } from '#core/scorecard/files/read-table.ts';
import type { MonthRows } from '#core/scorecard/measure-month.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { composeScorecard, type Scorecard, type ScorecardParts } from '#core/scorecard/scorecard.ts';
import { settingsSchema } from '#core/scorecard/settings.ts';
import { describeSources, type ReadFile, readingOf } from '#core/scorecard/source-facts.ts';

export const acceptanceData = join(import.meta.dirname, '../fixtures/acceptance/scorecard');
const config = JSON.parse(readFileSync(join(acceptanceData, 'config.json'), 'utf8'));
const past = JSON.parse(readFileSync(join(acceptanceData, 'previous_snapshot.json'), 'utf8'));

/** The month before, as the acceptance data has it. */
export const september: ScorecardParts['previous'][number] = (({ period, ...headlines }) => ({
  period,
  headlines,
  definitions: {},
}))(past);

export const settings = settingsSchema.parse({
  organisation: 'Larkfield Systems',
  ...Object.fromEntries(
    ['controls', 'incidents', 'exceptions', 'vulnerability', 'rag'].map((key) => [key, config[key]]),
  ),
});

/** A file of the month as text; null for one that was not read. */
export type Files = Readonly<Record<FileKind, string | null>>;

export const acceptanceFiles = Object.fromEntries(
  fileKinds.map((kind) => [kind, readFileSync(join(acceptanceData, `${kind}.csv`), 'utf8')]),
) as Files;

export const headsOnly = Object.fromEntries(
  fileKinds.map((kind) => [kind, `${acceptanceFiles[kind]?.split('\n')[0]}\n`]),
) as Files;

function read<Kind extends FileKind>(kind: Kind, text: string): ReadTable<Kind> {
  const table = startTable(kind, { zone: 'UTC' });
  for (const [at, cells] of papaparse.parse<string[]>(text).data.entries()) table.take(cells, at + 1);
  return table.finish();
}

type Changes = Partial<Omit<ScorecardParts, 'rows' | 'sources'>> & {
  readonly files?: Partial<Files>;
  readonly dated?: string;
};

/** October 2026 of the acceptance data, with what a test changes. */
export function october({ files, dated = '2026-10-31', ...changes }: Changes = {}): Scorecard {
  const texts: Files = { ...acceptanceFiles, ...files };
  const tables = fileKinds.flatMap((kind) => {
    const text = texts[kind];
    return text === null ? [] : [[kind, read(kind, text)] as const];
  });
  const readFiles = Object.fromEntries(
    tables.map(([kind, table]) => [kind, { name: `${kind}.csv`, sha256: 'a'.repeat(64), datedOn: dated, table }]),
  ) as Partial<Record<FileKind, ReadFile>>;
  const rows = Object.fromEntries(
    fileKinds.map((kind) => [kind, tables.find(([of]) => of === kind)?.[1].rows ?? null]),
  ) as unknown as MonthRows;
  const used = changes.settings ?? settings;
  const period = changes.period ?? describePeriod('2026-10', 'UTC');
  return composeScorecard({
    reading: readingOf(readFiles),
    ...{ rows, period, settings: used, previous: [september], asks: [], sentence: null, readiness: null },
    ...{ revision: 1, reason: null, publishedAt: null, publishedBy: null },
    sources: describeSources(readFiles, period.asOf, used.source_stale_after_days),
    ...changes,
  });
}
