import { shortDate } from '../../local-time.ts';
import { type Block, type Cell, type Line, linesOf, type Words } from '../../report/document.ts';
import { type FileKind, fileKinds } from '../files/file-kinds.ts';
import type { Scorecard } from '../scorecard.ts';
import type { SourceFacts } from '../source-facts.ts';
import { countWords } from './honest-words.ts';
import { tellLost } from './lost-words.ts';
import { fileOf } from './month-words.ts';

const width = 1872;

/** Rows read, rejected, unknown and stale, and the day of each file. Source: spec.md D.1. */
export function drawDataBox(scorecard: Scorecard): Block {
  return {
    is: 'table',
    caption: null,
    look: 'dense',
    columns: fileKinds.map((kind) => ({ head: `Data: ${kind}`, width })),
    rows: [fileKinds.map((kind) => tellFile(scorecard, kind))],
  };
}

function tellFile(scorecard: Scorecard, kind: FileKind): Cell {
  const source = fileOf(scorecard.snapshot, kind);
  if (!source || source.file === null) return [{ bold: 'not read' }];
  const { rows, rejected, duplicates, dated_on, is_stale } = source;
  const twice = duplicates === 0 ? '' : `, ${countWords(duplicates)} twice`;
  const dated = dated_on === null ? 'day unknown' : `of ${shortDate(dated_on)}`;
  return linesOf(
    { words: `${countWords(rows)} rows, ${countWords(rejected)} rejected${twice}` },
    tellLost(scorecard, kind) === null
      ? { words: unknownWords(scorecard, kind) }
      : { words: [{ bold: 'kept file no longer matches' }] },
    { words: datedWords(dated, is_stale) },
    absentWords(source),
  );
}

/** A column that decides figures and is not in the file. */
function absentWords({ warnings }: SourceFacts): Line | null {
  const [first, ...more] = warnings.flatMap((words) => / no column (\S+?),/.exec(words)?.[1] ?? []);
  if (first === undefined) return null;
  return { words: [{ bold: `no column ${first}${more.length > 0 ? ` and ${more.length} more` : ''}` }] };
}

const datedWords = (dated: string, isStale: SourceFacts['is_stale']): Words =>
  isStale ? [{ bold: `${dated}, stale` }] : dated;

/** Of the cell that decides: where it is empty, the row counts as unknown and never as good. */
function unknownWords({ snapshot, rows }: Scorecard, kind: FileKind): string {
  const controls = snapshot.figures.controls_health;
  const start = snapshot.settings.incidents.mttd_from;
  const lacking = <Row>(list: readonly Row[] | null, isLacking: (row: Row) => boolean) =>
    countWords((list ?? []).filter(isLacking).length);
  switch (kind) {
    case 'assets':
      return `${controls?.unknown.length ?? 0} unknown, ${controls?.stale.length ?? 0} stale`;
    case 'incidents':
      return `${lacking(rows.incidents, (row) => row[start] === null)} start unknown`;
    case 'drift':
      return `${lacking(rows.drift, ({ internet_facing }) => internet_facing === null)} exposure unknown`;
    case 'exceptions':
      return `${lacking(rows.exceptions, ({ owner }) => owner === null)} owner unknown`;
    case 'vulnerabilities':
      return `${lacking(rows.vulnerabilities, ({ internet_facing }) => internet_facing === null)} exposure unknown`;
  }
}
