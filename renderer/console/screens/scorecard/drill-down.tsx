import { useCallback, useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import { shortDate } from '#core/local-time.ts';
import type { Problem } from '#core/outcome.ts';
import { plural } from '#core/report/term-words.ts';
import type { ShownTile } from '#core/scorecard/views/month-view.ts';
import type { DecidingRows, Question, RowColumn } from '#core/scorecard/views/question.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable, useRequest } from '../../../state/use-request.ts';
import { WrittenFiles } from '../../written-files.tsx';
import css from './scorecard.module.css';

type Props = {
  readonly month: string;
  readonly revision: number | null;
  readonly tile: ShownTile;
  readonly question: Question;
  readonly onAsk: (question: Question) => void;
  readonly onClose: () => void;
};

/** Which rows? Every number of the tile, and the rows of the one that is chosen. */
export function DrillDown({ month, revision, tile, question, onAsk, onClose }: Props) {
  const bridge = useBridge();
  const ask = useCallback(
    () => bridge.list_scorecard_rows({ month, revision, question }),
    [bridge, month, revision, question],
  );
  const asked = useRequest(ask);
  const rows = asked.at === 'there' && asked.value.question === question ? asked.value : null;
  return (
    <section
      id="rows"
      className={css.drill}
      aria-labelledby="rows-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={css.sectionHead}>
        <h2 id="rows-title" tabIndex={-1} className="row-title">
          {rows?.title ?? `${tile.words.name}: which rows?`}
        </h2>
        <span className={css.links}>
          <RowsFile key={question} month={month} revision={revision} question={question} total={rows?.total ?? 0} />
          <button type="button" className="link" onClick={onClose}>
            Close
          </button>
        </span>
      </div>
      <ul className={css.numbers} aria-label={`Numbers of ${tile.words.name}`}>
        {tile.numbers.map((number) => (
          <li key={number.question}>
            <button
              type="button"
              className={css.number}
              aria-pressed={number.question === question}
              onClick={() => onAsk(number.question)}
            >
              <b className="strong">{number.value}</b> {number.words}
            </button>
          </li>
        ))}
      </ul>
      {asked.at === 'loading' && <p role="status">Reading the rows…</p>}
      {asked.at === 'failed' && <ProblemNotice problem={asked.problem} />}
      {rows && <RowsTable rows={rows} />}
    </section>
  );
}

function RowsTable({ rows: { columns, rows, total, note } }: { readonly rows: DecidingRows }) {
  if (total === 0) return <p className={css.none}>No row: nothing counts here.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways where it is narrow, so the keyboard must reach it */}
      <section className={css.scroll} tabIndex={0} aria-label="Rows">
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={lookOf(column)}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells, isFlagged }) => (
              <tr key={cells[0]}>
                {columns.map((column, at) => (
                  <td key={column.name} className={cellLook(column, at, isFlagged && at === columns.length - 1)}>
                    <bdi>{cellWords(column, cells[at] ?? '')}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length < total && (
        <p className="small quiet">
          The first {rows.length} of {plural(total, 'row')}; the CSV file has all of them.
        </p>
      )}
      {note !== null && <p className="small quiet">{note}</p>}
    </>
  );
}

const lookOf = ({ is }: RowColumn) => (is === 'text' ? undefined : 'num');

function cellLook(column: RowColumn, at: number, isBad: boolean): string | undefined {
  const look = [lookOf(column), at === 0 ? 'strong' : null, isBad ? css.flagged : null].filter(Boolean);
  return look.length === 0 ? undefined : look.join(' ');
}

const cellWords = ({ is }: RowColumn, cell: string) => (is === 'day' && cell !== '' ? shortDate(cell) : cell);

type FileProps = Pick<Props, 'month' | 'revision' | 'question'> & { readonly total: number };

/** All of the rows, for a spreadsheet. */
function RowsFile({ month, revision, question, total }: FileProps) {
  const bridge = useBridge();
  const [written, setWritten] = useState<WrittenDocuments | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const write = async () => {
    const outcome = await bridge.write_scorecard_rows({ month, revision, question }).catch(() => null);
    setProblem(outcome === null ? unreachable : outcome.ok ? null : outcome.problem);
    setWritten(outcome?.ok ? outcome.value : null);
  };
  return (
    <>
      {total > 0 && (
        <button type="button" className="link" onClick={() => void write()}>
          CSV of these rows
        </button>
      )}
      <WrittenFiles written={written} onOpen={() => bridge.open_scorecard_folder({ month })} />
      {problem && <ProblemNotice problem={problem} takesFocus />}
    </>
  );
}
