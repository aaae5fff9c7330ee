import { plural } from '../../../report/term-words.ts';
import { fileKinds } from '../../files/file-kinds.ts';
import { isOfRow } from '../../files/row-problem.ts';
import type { Scorecard } from '../../scorecard.ts';
import { countWords } from '../honest-words.ts';
import type { DecidedFigure } from './decided-row.ts';

/** What could not be read and is in no figure, by file: one line for each fault, with its line in the file. */
export function listUnread({ snapshot, reading }: Scorecard): readonly DecidedFigure[] {
  return fileKinds.flatMap((kind) => {
    const { rejected = 0, rows = 0 } = snapshot.sources.find((source) => source.kind === kind) ?? {};
    const problems = reading[kind]?.problems;
    if (rejected === 0 || problems === undefined) return []; // of a file that is lost nobody knows them
    return [
      {
        ...{ figure: `Not read of ${kind}`, kind },
        result: `${countWords(rejected)} of ${plural(rows, 'row')} left out, because they cannot be read`,
        rows: problems.filter(isOfRow).map(({ line, name, message }) => ({
          ...{ line, id: `line ${line}`, name: name ?? 'the whole row', countsAs: 'not read', why: message },
        })),
      },
    ];
  });
}
