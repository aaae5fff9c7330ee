import type { Block, Cell, Run, StripItem, Table, Words } from '#core/report/document.ts';
import css from './report.module.css';

/** The blocks of a document as plain text; what people wrote stays text. */
export function Preview({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className={css.paper}>
      {inOrder(blocks).map(({ item, place }) => (
        <BlockView key={place} block={item} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.is) {
    case 'title':
      return <p className={css.title}>{block.text}</p>;
    case 'section':
      return (
        <h3 className={css.section} id={`section-${block.number}`} tabIndex={-1}>
          {block.number}. {block.text}
        </h3>
      );
    case 'subhead':
    case 'block_head':
      return <h3 className={css.subhead}>{block.text}</h3>;
    case 'lead':
      return (
        <blockquote className={css.lead}>
          <bdi>{block.text}</bdi>
          <footer className="small quiet">{block.by}</footer>
        </blockquote>
      );
    case 'meta':
    case 'note':
      return (
        <p className="small quiet">
          <WordsView words={block.words} />
        </p>
      );
    case 'paragraph':
    case 'statement':
    case 'point':
      return (
        <p className={block.is === 'point' ? css.point : undefined}>
          <WordsView words={block.words} />
        </p>
      );
    case 'card':
      return <Card rows={block.rows} />;
    case 'strip':
      return <Strip items={block.items} />;
    case 'swim_lanes':
      return (
        <p className={css.figure}>
          Figure: {block.caption}. {block.description}
        </p>
      );
    case 'table':
      return <TableView table={block} />;
  }
}

function WordsView({ words }: { readonly words: Words }) {
  if (typeof words === 'string') return <bdi>{words}</bdi>;
  return inOrder(words).map(({ item, place }) => <RunView key={place} run={item} />);
}

function RunView({ run }: { readonly run: Run }) {
  if (typeof run === 'string') return run;
  if ('bold' in run) return <b className="strong">{run.bold}</b>;
  if ('code' in run) return <code>{run.code}</code>;
  return <span className={`rating ${run.rating}`}>{run.rating}</span>;
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string' || !('lines' in cell)) return <WordsView words={cell} />;
  return inOrder(cell.lines).map(({ item: line, place }) => (
    <div key={place} className={line.quiet ? 'quiet' : undefined}>
      <WordsView words={line.words} />
    </div>
  ));
}

function Card({ rows }: { readonly rows: readonly (readonly [string, Cell])[] }) {
  return (
    <dl className={css.card}>
      {rows.map(([name, cell]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>
            <CellView cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Strip({ items }: { readonly items: readonly StripItem[] }) {
  return (
    <ul className={css.strip}>
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

function TableView({ table: { caption, columns, rows } }: { readonly table: Table }) {
  return (
    <table className={css.table}>
      {caption === null ? null : <caption>{caption}</caption>}
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
          <tr key={place}>
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

type Placed<Item> = { readonly item: Item; readonly place: string };

/** A part of a document is its place in it: nothing moves while it is shown. */
function inOrder<Item>(items: readonly Item[]): readonly Placed<Item>[] {
  return items.map((item, index) => ({ item, place: String(index + 1) }));
}
