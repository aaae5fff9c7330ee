import { listWords } from '../../report/term-words.ts';
import { crossCheckFile, remarkWords } from '../cross-checks.ts';
import { type FileKind, keyOf } from '../files/file-kinds.ts';
import { isOfRow, type RowProblem } from '../files/row-problem.ts';
import type { Scorecard } from '../scorecard.ts';
import type { TileName } from './question.ts';
import { type AskedNumber, ask, number, text } from './tile-rows.ts';

/** The file each tile is counted from. */
export const fileOfTile: Readonly<Record<TileName, FileKind>> = {
  controls: 'assets',
  incidents: 'incidents',
  drift: 'drift',
  exceptions: 'exceptions',
  patching: 'vulnerabilities',
};

export const tileOfFile = Object.fromEntries(
  Object.entries(fileOfTile).map(([tile, kind]) => [kind, tile]),
) as Readonly<Record<FileKind, TileName>>; // one for each of them

/** What was read of the file of a tile, whatever it counts for: all that counts, what disagrees, and what could not be read. */
export function fileNumbers(scorecard: Scorecard, kind: FileKind): readonly AskedNumber[] {
  const { rows, snapshot, reading } = scorecard;
  const ids = (rows[kind] ?? []).map((row) => String((row as Readonly<Record<string, unknown>>)[keyOf[kind]]));
  const remarks = crossCheckFile(kind, { rows, figures: snapshot.figures, asOf: snapshot.period.as_of });
  const remarked = [...new Set(remarks.flatMap((remark) => remark.ids))];
  const { problems = [], warnings = [] } = reading[kind] ?? {};
  const rejected = snapshot.sources.find((source) => source.kind === kind)?.rejected ?? 0;
  const unread = problems.filter(isOfRow);
  const ofColumns = problems.filter((problem) => !isOfRow(problem)).map(({ message }) => `${message}.`);
  const more = rejected - byLine(unread).size;
  const cut = more > 0 ? [`Of ${more} more the reason is not kept: mend these first.`] : [];
  return [
    ask('read', 'read and kept', ids),
    {
      ...ask('remarked', 'at odds with another row', remarked),
      note: remarks.map((remark) => `${remarkWords(remark)}.`).join(' ') || undefined,
    },
    linesNumber('noted', 'read with a remark', warnings.filter(isOfRow)),
    {
      ...linesNumber('unread', 'not to be read, left out', unread),
      value: String(rejected),
      note: [...ofColumns, ...cut].join(' ') || undefined,
    },
  ];
}

const lineColumns = [number('Line'), text('Column'), text('Why')];

/** Lines of the file as it was taken, by number: what cannot be read has no key to be named by. */
function linesNumber(name: string, words: string, problems: readonly RowProblem[]): AskedNumber {
  const lines = byLine(problems);
  return {
    ...ask(name, words, [...lines.keys()]),
    columns: lineColumns,
    rowOf: (line) => {
      const own = lines.get(line) ?? [];
      const named = [...new Set(own.flatMap(({ name, column }) => name ?? (column === null ? [] : String(column))))];
      return { cells: [line, listWords(named), own.map(({ message }) => message).join('; ')], isFlagged: false };
    },
  };
}

function byLine(problems: readonly RowProblem[]): ReadonlyMap<string, readonly RowProblem[]> {
  const lines = new Map<string, RowProblem[]>();
  for (const problem of problems) {
    const own = lines.get(String(problem.line));
    if (own) own.push(problem);
    else lines.set(String(problem.line), [problem]);
  }
  return lines;
}
