import { type CSSProperties, Fragment } from 'react';
import type { Block } from '#core/scenario/read-body.ts';
import {
  alignRows,
  groupRows,
  isCode,
  type RowBlock,
  type RowColumns,
  type RowParts,
} from '#core/scenario/row-columns.ts';
import classes from './blocks.module.css';
import { initials } from './room-words.ts';

/** `halfPage`: about how many letters fill half of one. */
export function Blocks({ blocks, halfPage = 130 }: { blocks: readonly Block[]; halfPage?: number }) {
  return keyed(groupRows(blocks)).map(({ key, value }) =>
    'rows' in value ? (
      <Rows key={key} rows={value.rows} />
    ) : (
      <OneBlock key={key} block={value.block} halfPage={halfPage} />
    ),
  );
}

/** Bodies are drawn from the text as it stands: a key by place is right, nothing is moved or edited. */
export function keyed<T>(values: readonly T[]): readonly { readonly key: string; readonly value: T }[] {
  return values.map((value, index) => ({ key: String(index), value }));
}

/**
 * A page turns before what fills less than half of one, so that it is seen whole. What is longer is parted between lines: it would
 * leave the page before nearly empty. Told by the number of letters, which needs no measuring.
 */
function keepWhole(lines: readonly string[], halfPage: number): true | undefined {
  return lines.reduce((letters, line) => letters + line.length, 0) <= halfPage || undefined;
}

function OneBlock({ block, halfPage }: { block: Block; halfPage: number }) {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph lines={block.lines} isWhole={keepWhole(block.lines, halfPage)} />;
    case 'item':
      if (block.mark === '>')
        return (
          <p className={classes.quoted} dir="auto">
            {block.words}
          </p>
        );
      return (
        <p className={classes.item} data-whole={keepWhole([block.words], halfPage)}>
          <span>{block.mark}</span> <span dir="auto">{block.words}</span>
        </p>
      );
    case 'facts':
      return <Facts block={block} />;
    case 'row':
      return <Rows rows={[block]} />;
    case 'said':
      return <Said block={block} isWhole={keepWhole(block.lines, 2 * halfPage)} />;
  }
}

type ParagraphProps = { lines: readonly string[]; className?: string | undefined; isWhole?: true | undefined };

export function Paragraph({ lines, className, isWhole }: ParagraphProps) {
  return (
    <p dir="auto" className={className ?? classes.paragraph} data-whole={isWhole}>
      {keyed(lines).map(({ key, value }) => (
        <Fragment key={key}>
          {key !== '0' && <br />}
          {value}
        </Fragment>
      ))}
    </p>
  );
}

function Facts({ block }: { block: Extract<Block, { kind: 'facts' }> }) {
  return (
    <dl className={classes.facts}>
      {keyed(block.facts).map(({ key, value: { label, value } }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd dir="auto" className={/^[\d.:/_a-z-]+$/.test(value) ? classes.mono : undefined}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Columns as wide in every row of a stretch: each is a grid of its own, so that pages turn between them. */
function Rows({ rows }: { rows: readonly RowBlock[] }) {
  if (rows.every(isCode)) return keyed(rows).map(({ key, value }) => <Code key={key} row={value} />);
  const aligned = alignRows(rows);
  return keyed(rows).map(({ key, value }) => {
    const parts = aligned?.parts[Number(key)];
    return aligned && parts ? (
      <AlignedRow key={key} row={value} parts={parts} columns={aligned.columns} />
    ) : (
      <LooseRow key={key} row={value} />
    );
  });
}

function Code({ row: { cells, more } }: { row: RowBlock }) {
  const [number = '', ...rest] = cells.length > 1 ? cells : ['', ...cells];
  return (
    <p className={classes.code}>
      <span>{number}</span> <code>{rest.join('  ')}</code>
      <More lines={more} />
    </p>
  );
}

function LooseRow({ row: { time, cells, more } }: { row: RowBlock }) {
  const kind = cells.length === 1 && time === null ? classes.single : '';
  return (
    <p className={`${classes.row} ${kind}`}>
      {time !== null && <time>{time}</time>}{' '}
      {keyed(cells).map(({ key, value }) => (
        <Fragment key={key}>
          <span dir="auto">{value}</span>{' '}
        </Fragment>
      ))}
      <More lines={more} />
    </p>
  );
}

type AlignedProps = { row: RowBlock; parts: RowParts; columns: RowColumns };

function AlignedRow({ row: { time, more }, parts: { words, closing }, columns }: AlignedProps) {
  const timeColumns = columns.time === null ? 0 : 1;
  const end = timeColumns + columns.words.length + 1;
  const startOf = (at: number) => (at === 0 && time === null ? 1 : timeColumns + 1 + at);
  const endOf = (at: number) => {
    if (at < words.length - 1) return timeColumns + 2 + at;
    return closing === null ? -1 : end;
  };
  const below = { gridColumn: `${startOf(words.length > 1 ? 1 : 0)} / -1` };
  return (
    <p className={`${classes.row} ${classes.aligned}`} style={{ gridTemplateColumns: tellColumns(columns) }}>
      {time !== null && <time>{time}</time>}{' '}
      {keyed(words).map(({ key, value }) => {
        const at = Number(key);
        return (
          <Fragment key={key}>
            <span
              dir="auto"
              className={columns.isFigure[at] ? classes.figure : undefined}
              style={{ gridColumn: `${startOf(at)} / ${columns.isFigure[at] ? startOf(at) + 1 : endOf(at)}` }}
            >
              {value}
            </span>{' '}
          </Fragment>
        );
      })}
      {closing !== null && <data dir="auto">{closing}</data>}
      <More lines={more} style={below} />
    </p>
  );
}

/** What is short keeps its line, and the last column has some room at every size of text. */
function tellColumns({ time, words, closing }: RowColumns): string {
  const last = words.length - 1;
  const ofWords = words.map((em, at) =>
    at === last ? `minmax(min(${em}em, 25%), 1fr)` : `minmax(0, min(${em}em, 46%))`,
  );
  const atEdge = (em: number | null) => (em === null ? [] : [`min(${em}em, 25%)`]);
  return [...atEdge(time), ...ofWords, ...atEdge(closing)].join(' ');
}

/** What goes on below a row, a line each, its spaces kept. */
export function More({ lines = [], style }: { lines?: readonly string[] | undefined; style?: CSSProperties }) {
  return keyed(lines).map(({ key, value }) => (
    <samp key={key} dir="auto" className={classes.more} style={style}>
      {value}
    </samp>
  ));
}

function Said({ block, isWhole }: { block: Extract<Block, { kind: 'said' }>; isWhole: true | undefined }) {
  return (
    <div className={classes.said} data-whole={isWhole}>
      {block.time !== null && block.name !== null && <i data-initials={initials(block.name)} aria-hidden="true" />}
      {(block.name !== null || block.time !== null) && (
        <p className={classes.name}>
          {block.time !== null && <time>{block.time}</time>} {block.name !== null && <bdi>{block.name}</bdi>}
        </p>
      )}
      <Paragraph lines={block.lines.filter((line) => line !== '')} />
    </div>
  );
}
