import { Fragment } from 'react';
import type { Block } from '#core/scenario/read-body.ts';
import classes from './blocks.module.css';

/** Bodies are drawn from the text as it stands: a key by place is right, nothing is moved or edited. */
/** `halfPage`: about how many letters fill half of one. */
export function Blocks({ blocks, halfPage = 130 }: { blocks: readonly Block[]; halfPage?: number }) {
  return keyed(blocks).map(({ key, value }) => <OneBlock key={key} block={value} halfPage={halfPage} />);
}

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
      return (
        <p className={classes.item} data-whole={keepWhole([block.words], halfPage)}>
          <span>{block.mark}</span> <span dir="auto">{block.words}</span>
        </p>
      );
    case 'facts':
      return <Facts block={block} />;
    case 'row':
      return <Row block={block} />;
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

function Said({ block, isWhole }: { block: Extract<Block, { kind: 'said' }>; isWhole: true | undefined }) {
  return (
    <div className={classes.said} data-whole={isWhole}>
      {(block.name !== null || block.time !== null) && (
        <p className={classes.name}>
          {block.time !== null && <time>{block.time}</time>} {block.name !== null && <bdi>{block.name}</bdi>}
        </p>
      )}
      <Paragraph lines={block.lines.filter((line) => line !== '')} />
    </div>
  );
}
