import { Fragment } from 'react';
import type { Block } from '#core/scenario/read-body.ts';
import classes from './blocks.module.css';

/** Bodies are drawn from the text as it stands: a key by place is right, nothing is moved or edited. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return keyed(blocks).map(({ key, value }) => <OneBlock key={key} block={value} />);
}

export function keyed<T>(values: readonly T[]): readonly { readonly key: string; readonly value: T }[] {
  return values.map((value, index) => ({ key: String(index), value }));
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph lines={block.lines} />;
    case 'item':
      return (
        <p className={classes.item}>
          <span>{block.mark}</span> <span dir="auto">{block.words}</span>
        </p>
      );
    case 'facts':
      return <Facts block={block} />;
    case 'row':
      return <Row block={block} />;
    case 'said':
      return <Said block={block} />;
  }
}

export function Paragraph({ lines, className }: { lines: readonly string[]; className?: string | undefined }) {
  return (
    <p dir="auto" className={className ?? classes.paragraph}>
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

function Row({ block }: { block: Extract<Block, { kind: 'row' }> }) {
  const kind = block.cells.length === 1 && block.time === null ? classes.single : '';
  const { words, figure } = partCells(block.cells);
  return (
    <p className={`${classes.row} ${kind}`}>
      {block.time !== null && <time>{block.time}</time>}{' '}
      {keyed(words).map(({ key, value }) => (
        <Fragment key={key}>
          <span dir="auto">{value}</span>{' '}
        </Fragment>
      ))}
      {figure !== null && <data dir="auto">{figure}</data>}
      <More lines={block.more} />
    </p>
  );
}

/** A figure or a state, which stands at the right. */
const longestFigure = 12;

export function partCells(cells: readonly string[]) {
  const last = cells.at(-1) ?? '';
  const isFigure = cells.length > 1 && last.length <= longestFigure;
  return isFigure ? { words: cells.slice(0, -1), figure: last } : { words: cells, figure: null };
}

/** What goes on below a row, a line each, its spaces kept. */
export function More({ lines = [] }: { lines?: readonly string[] | undefined }) {
  return keyed(lines).map(({ key, value }) => (
    <samp key={key} dir="auto" className={classes.more}>
      {value}
    </samp>
  ));
}

function Said({ block }: { block: Extract<Block, { kind: 'said' }> }) {
  return (
    <div className={classes.said}>
      {(block.name !== null || block.time !== null) && (
        <p className={classes.name}>
          {block.time !== null && <time>{block.time}</time>} {block.name !== null && <bdi>{block.name}</bdi>}
        </p>
      )}
      <Paragraph lines={block.lines.filter((line) => line !== '')} />
    </div>
  );
}
