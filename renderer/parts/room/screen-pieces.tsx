import { useContext, useMemo } from 'react';
import { type Block, readLog, readProse, readSheet } from '#core/scenario/read-body.ts';
import { readSeries } from '#core/scenario/read-series.ts';
import { Attachments, Body, HalfContext, Mark, type PieceProps, Subject } from './artefact-parts.tsx';
import { keyed, More } from './blocks.tsx';
import { Chart } from './chart.tsx';
import { Paged } from './paged.tsx';
import { weekdayTime } from './room-words.ts';
import classes from './screen.module.css';

/** Who shows it and where it is seen, on one line above. */
function Bar({ artefact, strong = false }: PieceProps & { strong?: boolean }) {
  const from = <bdi>{artefact.from}</bdi>;
  return (
    <p className={classes.bar}>
      {strong ? <strong>{from}</strong> : <span>{from}</span>}
      {artefact.to !== null && (
        <span>
          <bdi>{artefact.to}</bdi>
        </span>
      )}
      <Mark />
      <time>{weekdayTime(artefact.storylineTime)}</time>
    </p>
  );
}

export function Alert({ artefact }: PieceProps) {
  return (
    <>
      <Bar artefact={artefact} strong />
      <Subject artefact={artefact} />
      <Body artefact={artefact} read={readSheet} className={classes.text} />
    </>
  );
}

export function Report({ artefact }: PieceProps) {
  return (
    <>
      <Bar artefact={artefact} />
      <Subject artefact={artefact} />
      <Body artefact={artefact} read={readSheet} className={classes.text} />
    </>
  );
}

/** Of the first line, which then stands right below its chart. */
function seriesIn(body: string) {
  const [first] = readSheet(body);
  if (first?.kind === 'row') return readSeries(first.cells);
  const fact = first?.kind === 'facts' ? first.facts[0] : undefined;
  return fact ? readSeries([fact.label, fact.value]) : null;
}

/** Half as wide, a chart's words would be too small to read: the row says them. */
export function Dashboard({ artefact }: PieceProps) {
  const isHalf = useContext(HalfContext);
  const series = useMemo(() => seriesIn(artefact.body ?? ''), [artefact.body]);
  const chart = series && !isHalf && <Chart series={series} />;
  return (
    <>
      <Bar artefact={artefact} strong />
      <Subject artefact={artefact} />
      <Body artefact={artefact} read={readSheet} className={classes.text} lead={chart} />
    </>
  );
}

export function Log({ artefact }: PieceProps) {
  return (
    <>
      <Bar artefact={artefact} />
      <Subject artefact={artefact} />
      <Paged className={classes.lines}>
        <ol>
          {keyed(readLog(artefact.body ?? '')).map(({ key, value }) => (
            <LogLine key={key} number={Number(key) + 1} block={value} />
          ))}
        </ol>
        <Attachments attachments={artefact.attachments} />
      </Paged>
    </>
  );
}

/** A figure or a state, which stands at the right. */
const longestFigure = 12;

function partCells(cells: readonly string[]) {
  const last = cells.at(-1) ?? '';
  const isFigure = cells.length > 1 && last.length <= longestFigure;
  return isFigure ? { words: cells.slice(0, -1), figure: last } : { words: cells, figure: null };
}

function LogLine({ number, block }: { number: number; block: Block }) {
  if (block.kind !== 'row') return null;
  const { words, figure } = partCells(block.cells);
  return (
    <li>
      <i data-line={number} aria-hidden="true" />
      <p dir="auto">
        {block.time !== null && <time>{block.time}</time>} <code>{words.join('  ')}</code>{' '}
        {figure !== null && <data>{figure}</data>}
        <More lines={block.more} />
      </p>
    </li>
  );
}

/** What the post itself begins with is not said above it too. */
export function Post({ artefact }: PieceProps) {
  const { subject, body } = artefact;
  const isRepeated = subject !== null && (body ?? '').trimStart().startsWith(subject);
  const told = isRepeated ? { ...artefact, subject: null } : artefact;
  return (
    <>
      <div className={classes.by}>
        <i aria-hidden="true" />
        <p>
          <bdi>{artefact.from}</bdi>
          <small>{weekdayTime(artefact.storylineTime)}</small>
        </p>
        <Mark words="EXERCISE POST" />
      </div>
      <Subject artefact={told} />
      <Body artefact={told} read={readProse} className={classes.text} />
    </>
  );
}

export function Note({ artefact }: PieceProps) {
  return (
    <>
      <p className={classes.line}>
        <bdi>{artefact.to ?? artefact.from}</bdi>
        <Mark />
        <bdi>{artefact.to === null ? '' : artefact.from}</bdi>
      </p>
      <Subject artefact={artefact} />
      <Body artefact={artefact} read={readProse} className={classes.text} />
    </>
  );
}
