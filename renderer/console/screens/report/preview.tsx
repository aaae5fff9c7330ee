import type { Block, Cell, Run, StripItem, Table, Words } from '#core/report/document.ts';
import css from './report.module.css';

/** The blocks of a document as plain text; what people wrote stays text. */
export function Preview({ blocks }: { readonly blocks: readonly Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the document and holds no state
  return (
    <div className={css.paper}>
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
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
      return <h4 className={css.subhead}>{block.text}</h4>;
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
  // biome-ignore lint/suspicious/noArrayIndexKey: runs of one sentence, in its order
  return words.map((run, index) => <RunView key={index} run={run} />);
}

function RunView({ run }: { readonly run: Run }) {
  if (typeof run === 'string') return run;
  if ('bold' in run) return <b className="strong">{run.bold}</b>;
  if ('code' in run) return <code>{run.code}</code>;
  return <span className={`rating ${run.rating}`}>{run.rating}</span>;
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string' || !('lines' in cell)) return <WordsView words={cell} />;
  return cell.lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one cell, in its order
    <div key={index} className={line.quiet ? 'quiet' : undefined}>
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
          {columns.map(({ head }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of one table, in its order
            <th key={index} scope="col">
              {head || <span className="sr">Column {index + 1}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one table, in its order
          <tr key={at}>
            {row.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one row, in its order
              <td key={index}>
                <CellView cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
