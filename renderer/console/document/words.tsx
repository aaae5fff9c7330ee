import type { Cell, Run, Words } from '#core/report/document.ts';

export function WordsView({ words }: { readonly words: Words }) {
  if (typeof words === 'string') return <bdi>{words}</bdi>;
  return inOrder(words).map(({ item, place }) => <RunView key={place} run={item} />);
}

const lights = { green: '● G', amber: '▲ A', red: '■ R' } as const;

function RunView({ run }: { readonly run: Run }) {
  if (typeof run === 'string') return run;
  if ('bold' in run) return <b className="strong">{run.bold}</b>;
  if ('code' in run) return <code>{run.code}</code>;
  if ('light' in run) return <b className="strong">{lights[run.light]}</b>;
  if ('alert' in run) return <b className="strong">■ {run.alert}</b>;
  return <span className={`rating ${run.rating}`}>{run.rating}</span>;
}

export function CellView({ cell }: { readonly cell: Cell }) {
  if (typeof cell === 'string' || !('lines' in cell)) return <WordsView words={cell} />;
  return inOrder(cell.lines).map(({ item: line, place }) => (
    <div key={place} className={line.quiet ? 'quiet' : undefined}>
      <WordsView words={line.words} />
    </div>
  ));
}

type Placed<Item> = { readonly item: Item; readonly place: string };

/** A part of a document is its place in it: nothing moves while it is shown. */
export function inOrder<Item>(items: readonly Item[]): readonly Placed<Item>[] {
  return items.map((item, index) => ({ item, place: String(index + 1) }));
}
