import { useEffect, useRef, useState } from 'react';
import { plural } from '#core/report/term-words.ts';
import { isDay } from '#core/scenario/calendar.ts';
import type { RowProblem } from '#core/scorecard/files/row-problem.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { MappingForm } from './mapping-form.tsx';
import css from './scorecard.module.css';
import type { Importing, Seen } from './use-import.ts';

type Props = { readonly seen: Seen; readonly importing: Importing; readonly isBusy: boolean };

/** What a file says before anything of it counts: rows, problems, and how it is read. */
export function Preview({ seen, importing, isBusy }: Props) {
  const { preview } = seen;
  const [datedOn, setDatedOn] = useState(preview.changedOn);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { name, kind, rejected, rows, fault } = preview;
  const canTake = fault === null && isDay(datedOn);
  return (
    <section className={css.preview} aria-labelledby="preview">
      <h3 id="preview" ref={heading} tabIndex={-1} className="row-title">
        <bdi>{name}</bdi> as {kind}: {fault ? 'cannot be read' : `${plural(rows, 'row')}, ${rejected} cannot be read`}
      </h3>
      <Facts seen={seen} />
      {fault && (
        <p className={css.fault} role="alert">
          Line {fault.line}: {fault.message}.
        </p>
      )}
      {preview.problems.length > 0 && (
        <Problems title="Rows that cannot be read" problems={preview.problems} of={rejected} />
      )}
      {preview.warnings.length > 0 && <Problems title="Read all the same" problems={preview.warnings} of={null} />}
      {preview.first.rows.length > 0 && <FirstRows first={preview.first} />}
      <MappingForm preview={preview} isBusy={isBusy} onAgain={(how) => void importing.again(seen, how)} />
      <div className={css.takeRow}>
        <DayField
          label="Its rows are of"
          day={datedOn}
          onChange={setDatedOn}
          hint="The day the file was last changed, unless you know better."
        />
        <div className={css.buttons}>
          <button
            type="button"
            className="button primary"
            aria-disabled={isBusy || !canTake}
            onClick={() => canTake && void importing.take(seen, datedOn)}
          >
            {rejected > 0
              ? `Take it without ${rejected === 1 ? 'this row' : `these ${rejected} rows`}`
              : 'Take the file'}
          </button>
          <button type="button" className="button plain" onClick={importing.leave}>
            Leave it
          </button>
        </div>
      </div>
    </section>
  );
}

function Facts({ seen: { preview } }: { readonly seen: Seen }) {
  const { duplicates, extra, isRemembered, unknown } = preview;
  const empty = Object.entries(unknown);
  const facts = [
    duplicates > 0 ? `${plural(duplicates, 'row')} with a key that came before: the last one counts.` : null,
    extra.length > 0 ? `Columns nobody reads, kept in the file: ${extra.join(', ')}.` : null,
    empty.length > 0 ? `Empty, so unknown: ${empty.map(([column, count]) => `${column} ${count}`).join(', ')}.` : null,
    isRemembered ? 'Columns and days are read as in an earlier file with these heads.' : null,
  ].filter((fact) => fact !== null);
  return (
    <ul className="small quiet">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

const mostListed = 50;

type ProblemsProps = { readonly title: string; readonly problems: readonly RowProblem[]; readonly of: number | null };

function Problems({ title, problems, of }: ProblemsProps) {
  const shown = problems.slice(0, mostListed);
  const more = (of ?? problems.length) - shown.length;
  return (
    <div>
      <h4 className="label">{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className={css.problems} tabIndex={0} aria-label={title}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col" className="num">
                Line
              </th>
              <th scope="col" className="num">
                Column
              </th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, column, message }) => (
              <tr key={`${line} ${column} ${message}`}>
                <td className="num">{line}</td>
                <td className="num">{column ?? ''}</td>
                <td>
                  <bdi>{message}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p className="tiny quiet">and {more} more</p>}
    </div>
  );
}

function FirstRows({ first: { columns, rows } }: Pick<Seen['preview'], 'first'>) {
  return (
    <div>
      <h4 className="label">The first rows, as they are understood</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard must reach it */}
      <section className={css.scroll} tabIndex={0} aria-label="The first rows">
        <table className={css.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr key={cells.join('\t')}>
                {columns.map((column, at) => (
                  <td key={column} className="nowrap">
                    <bdi>{cells[at]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
