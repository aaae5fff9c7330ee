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

/** Between two columns, in letters. */
const gap = 2;

/** Shares of the width by what stands in a column, so that one long cell leaves room for the others. */
function widthsOf(lines: readonly (readonly string[])[]): readonly number[] {
  const lengths = (lines[0] ?? []).map((_, column) => {
    const longest = Math.max(...lines.map((cells) => cells[column]?.length ?? 0));
    return Math.min(Math.max(longest, 3), 32) + gap;
  });
  const all = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (100 * length) / all);
}

function tellRest({ head, rows, of }: TableProps['table']): string {
  const parts = [
    ...(rows.length < of.rows ? [`the first ${rows.length} of ${of.rows} rows`] : []),
    ...(head.length < of.columns ? [`${head.length} of ${of.columns} columns`] : []),
  ];
  return `This is ${parts.join(', and ')}.`;
}
