import type { AttachmentContent } from '#core/scenario/attachment-content.ts';
import { keyed } from './blocks.tsx';
import classes from './enlarged.module.css';
import { Paged } from './paged.tsx';

type TableProps = { readonly table: Extract<AttachmentContent, { is: 'table' }> };

/** Turned over row by row, its head on every page. */
export function Table({ table }: TableProps) {
  const { head, rows, figures, of } = table;
  const widths = widthsOf([head, ...rows]);
  const isWhole = rows.length === of.rows && head.length === of.columns;
  return (
    <Paged className={classes.tabled}>
      <table>
        <colgroup>
          {keyed(widths).map(({ key, value }) => (
            <col key={key} style={{ width: `${value}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {keyed(head).map(({ key, value }) => (
              <th key={key} scope="col" dir="auto" className={figures[Number(key)] ? classes.figure : undefined}>
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(({ key, value: cells }) => (
            <tr key={key}>
              {keyed(cells).map(({ key: column, value }) => (
                <td key={column} dir="auto" className={figures[Number(column)] ? classes.figure : undefined}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!isWhole && <p className={classes.rest}>{tellRest(table)}</p>}
    </Paged>
  );
}

/** Between two columns, and over the whole width, in letters. */
const gap = 2;
const allLetters = 62;

/** Shares of the width: a short column gets what it needs, and what is left goes to the long ones, which break their lines. */
function widthsOf(lines: readonly (readonly string[])[]): readonly number[] {
  const needs = (lines[0] ?? []).map((_, column) => {
    return gap + Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0));
  });
  const widths = needs.map(() => 0);
  let left = allLetters;
  const shortFirst = [...needs.keys()].sort((one, other) => (needs[one] ?? 0) - (needs[other] ?? 0));
  for (const [at, column] of shortFirst.entries()) {
    const width = Math.min(needs[column] ?? 0, left / (needs.length - at));
    widths[column] = width;
    left -= width;
  }
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => (100 * width) / all);
}

function tellRest({ head, rows, of }: TableProps['table']): string {
  const parts = [
    ...(rows.length < of.rows ? [`the first ${rows.length} of ${of.rows} rows`] : []),
    ...(head.length < of.columns ? [`${head.length} of ${of.columns} columns`] : []),
  ];
  return `This is ${parts.join(', and ')}.`;
}
