import { type Card, type Form, measure, type StripItem, type Table, type Tile } from '#core/report/document.ts';
import { useLook } from './look.ts';
import { CellView, inOrder, WordsView } from './words.tsx';

export function CardView({ card: { rows, size } }: { readonly card: Card }) {
  const look = useLook();
  return (
    <dl className={`${look.card} ${size === 'large' ? look.large : ''}`}>
      {inOrder(rows).map(({ item: [name, cell], place }) => (
        <div key={place}>
          <dt className="quiet">{name}</dt>
          <dd>
            <CellView cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function StripView({ items }: { readonly items: readonly StripItem[] }) {
  const look = useLook();
  return (
    <ul className={look.strip}>
      {items.map(({ name, rating, words, evidence }) => (
        <li key={name}>
          <span className="small">{name}</span>
          {rating ? <span className={`rating ${rating}`}>{rating}</span> : <span className="small">?</span>}
          <span className="tiny quiet">
            {words}, {evidence}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The figures of a scorecard as text; their lines are told in words. */
export function TilesView({ tiles }: { readonly tiles: readonly Tile[] }) {
  const look = useLook();
  return (
    <ul className={look.strip}>
      {tiles.map(({ name, headline, isStale, state, details, change, sparkline, foot }) => (
        <li key={name}>
          <span className="small">{name}</span>
          <b className={isStale ? 'quiet' : 'strong'}>{headline}</b>
          {inOrder([state, ...details, change, sparkline.description, foot]).map(({ item, place }) => (
            <span key={place} className="tiny quiet">
              <WordsView words={item} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function TableView({ table: { caption, columns, rows, rowHeight = 0 } }: { readonly table: Table }) {
  const look = useLook();
  return (
    <table className={look.table}>
      {caption === null ? null : <caption>{caption}</caption>}
      <colgroup>
        {inOrder(columns).map(({ item: { width }, place }) => (
          <col key={place} style={{ width: `${(width / measure) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {inOrder(columns).map(({ item: { head }, place }) => (
            <th key={place} scope="col">
              {head || <span className="sr">Column {place}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inOrder(rows).map(({ item: row, place }) => (
          <tr key={place} style={rowHeight > 0 ? { height: inPoints(rowHeight) } : undefined}>
            {inOrder(row).map(({ item: cell, place: at }) => (
              <td key={at}>
                <CellView cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To be filled in by hand. */
export function FormView({ form: { rows } }: { readonly form: Form }) {
  const look = useLook();
  return (
    <dl className={look.form}>
      {inOrder(rows).map(({ item: { name, words = '', height = 0 }, place }) => (
        <div key={place} style={{ minHeight: inPoints(height) }}>
          <dt>{name}</dt>
          <dd>
            <WordsView words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function inPoints(twips: number): string {
  return `${twips / 20}pt`;
}
