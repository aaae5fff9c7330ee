import { type FormEvent, useState } from 'react';
import type { FilePreview } from '#contract/scorecard.ts';
import type { Columns } from '#core/scorecard/files/column.ts';
import { columnsOf } from '#core/scorecard/files/file-kinds.ts';
import type { DateOrder } from '#core/scorecard/files/read-cell.ts';
import { plainHead } from '#core/scorecard/files/read-header.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import css from './scorecard.module.css';

type How = Pick<FilePreview, 'mapping' | 'orders'>;
type Props = { readonly preview: FilePreview; readonly isBusy: boolean; readonly onAgain: (how: How) => void };

const orderOptions = [
  { value: '', words: '2026-10-31' },
  { value: 'day_first', words: 'day first: 31.10.2026' },
  { value: 'month_first', words: 'month first: 10/31/2026' },
];

/** Which head is which column, and how its days are written. Said once: the next file with these heads is read alike. */
export function MappingForm({ preview, isBusy, onAgain }: Props) {
  const columns: Columns = columnsOf[preview.kind];
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(preview.mapping);
  const [orders, setOrders] = useState<Readonly<Record<string, DateOrder>>>(preview.orders);
  const heads = preview.heads.filter((head) => head !== '');
  const headOptions = heads.map((head) => ({ value: head, words: head }));
  const named = (name: string) => heads.find((head) => plainHead(head) === plainHead(mapping[name] ?? name)) ?? '';
  function submit(event: FormEvent) {
    event.preventDefault();
    onAgain({ mapping, orders });
  }
  return (
    <details className={css.mapping} open={preview.fault !== null}>
      <summary className="link">Columns and days</summary>
      <form aria-label="Columns and days" onSubmit={submit}>
        <div className={css.mappingFields}>
          {Object.entries(columns).map(([name, column]) => (
            <div key={name} className={css.mapped}>
              <SelectField
                label={column.required ? `${name}, needed` : name}
                value={named(name)}
                options={[{ value: '', words: 'Not in the file' }, ...headOptions]}
                onChange={(head) => setMapping((before) => mapTo(before, name, head))}
              />
              {(column.is === 'day' || column.is === 'moment') && (
                <SelectField
                  label={`Days of ${name}`}
                  isLabelHidden
                  value={orders[name] ?? ''}
                  options={orderOptions}
                  onChange={(order) => setOrders((before) => orderAs(before, name, order))}
                />
              )}
            </div>
          ))}
        </div>
        <button type="submit" className="button" aria-disabled={isBusy}>
          Read it so
        </button>
      </form>
    </details>
  );
}

/** A head that is named as the column itself needs no mapping. */
function mapTo(before: Readonly<Record<string, string>>, name: string, head: string): Readonly<Record<string, string>> {
  const { [name]: _before, ...others } = before;
  return head === '' || plainHead(head) === name ? others : { ...others, [name]: head };
}

type Orders = Readonly<Record<string, DateOrder>>;

function orderAs(before: Orders, name: string, order: string): Orders {
  const { [name]: _before, ...others } = before;
  return order === 'day_first' || order === 'month_first' ? { ...others, [name]: order } : others;
}
