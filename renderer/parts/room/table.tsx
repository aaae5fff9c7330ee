import type { AttachmentContent } from '#core/scenario/attachment-content.ts';
import { shareWidth, tellRest } from '#core/scenario/table-words.ts';
import { keyed } from './blocks.tsx';
import classes from './enlarged.module.css';
import { Paged } from './paged.tsx';

type TableProps = { readonly table: Extract<AttachmentContent, { is: 'table' }> };

/** Turned over row by row, its head on every page. */
export function Table({ table }: TableProps) {
  const { head, rows, figures } = table;
  const widths = shareWidth([head, ...rows], 100);
  const rest = tellRest(table);
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
      {rest !== null && <p className={classes.rest}>{rest}</p>}
    </Paged>
  );
}
