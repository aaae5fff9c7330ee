import { type Line, readLines } from './markdown-lines.ts';
import { type Marked, readMarker, type Step, tellApart } from './step.ts';

/** A step and where it stands: its text from `from` to `to`, its line from `at` on, further lines indented by `hang`. */
export type PlacedStep = Step & {
  readonly at: number;
  /** The number as it is written there: within a nested list only the last part. */
  readonly written: string;
  readonly isItem: boolean;
  readonly from: number;
  readonly to: number;
  readonly hang: number;
};

type Open = {
  readonly marked: Marked;
  readonly is: 'heading' | 'item' | 'line';
  readonly indent: number;
  readonly at: number;
  readonly from: number;
  readonly hang: number;
  readonly section: string | null;
  readonly above: Open | null;
  /** Items of one list: what counts them where their own numbers do not. */
  readonly list: Open[];
  to: number;
};

/** Headings with a number, numbered lists and numbered lines, in order; their texts never overlap. */
export function readMarkdownSteps(text: string): readonly PlacedStep[] {
  const reader = new Reader();
  for (const line of readLines(text)) reader.take(line);
  const names = new Map<Open, string>();
  const steps = reader.steps.map((open): PlacedStep => {
    const { at, from, to, hang, section } = open;
    return {
      step: nameOf(open, names),
      text: dedent(text.slice(from, to), hang),
      section,
      at,
      from,
      to,
      hang,
      written: open.marked.number,
      isItem: open.is === 'item',
    };
  });
  return tellApart(steps);
}

class Reader {
  readonly steps: Open[] = [];
  #section: string | null = null;
  #heading: Open | null = null;
  #current: Open | null = null;
  #isAfterBlank = true;

  take(line: Line): void {
    if (line.is === 'heading') this.#takeHeading(line);
    else if (line.is === 'blank') this.#isAfterBlank = true;
    else {
      this.#takeText(line);
      this.#isAfterBlank = false;
    }
  }

  #takeHeading(line: Line): void {
    const marked = readMarker(line.text, true);
    this.#section = (marked ? line.text.slice(marked.length) : line.text).replace(/[ \t]+#+[ \t]*$/, '').trim();
    this.#heading = null;
    this.#current = null;
    if (marked) this.#heading = this.#open(line, marked, 'heading', null);
    this.#isAfterBlank = true;
  }

  #takeText(line: Line): void {
    const marked = line.is === 'text' && line.text.length > 0 ? readMarker(line.text, false) : null;
    if (marked && marked.length < line.text.length && this.#mayBegin(marked)) this.#begin(line, marked);
    else if (this.#current && this.#belongs(line, this.#current)) this.#current.to = line.to;
    else this.#current = null;
  }

  /** A line that begins with a number in the midst of a paragraph is no step; a list may begin there with 1, and goes on. */
  #mayBegin({ isPlain, number }: Marked): boolean {
    if (this.#isAfterBlank || this.#current?.is === 'line') return true;
    if (this.#current === null || this.#current.is === 'heading') return isPlain && number === '1';
    return true;
  }

  #begin(line: Line, marked: Marked): void {
    const above = marked.isPlain ? this.#findSibling(line, marked) : null;
    this.#open(line, marked, marked.isPlain ? 'item' : 'line', above);
  }

  /** A list that something else stands in goes on where its numbers do. */
  #findSibling(line: Line, { number }: Marked): Open | null {
    if (this.#current?.is === 'item') return findAbove(this.#current, line.indent);
    const last = this.steps.at(-1);
    if (last?.is !== 'item' || last.section !== this.#section) return null;
    const sibling = findAbove(last, line.indent);
    return Number(number) > Number(sibling?.list.at(-1)?.marked.number ?? number) ? sibling : null;
  }

  #open(line: Line, marked: Marked, is: Open['is'], sibling: Open | null): Open {
    const isNested = sibling !== null && line.indent >= sibling.indent + 2;
    const list = sibling !== null && !isNested ? sibling.list : [];
    const above = isNested ? sibling : sibling !== null ? sibling.above : is === 'heading' ? null : this.#heading;
    const from = line.at + marked.length;
    const hang = is === 'item' ? line.indent + marked.length : is === 'line' ? line.indent : 0;
    const open: Open = {
      marked,
      is,
      indent: line.indent,
      at: line.from,
      from,
      hang,
      section: this.#section,
      above,
      list,
      to: line.to,
    };
    list.push(open);
    this.steps.push(open);
    this.#current = open;
    return open;
  }

  /** All that follows belongs to a heading; to an item what is indented, or runs on without a blank line. */
  #belongs(line: Line, current: Open): boolean {
    if (current.is === 'heading') return true;
    if (current.is === 'item' && line.indent >= current.indent + 2) return true;
    return !this.#isAfterBlank && line.is === 'text';
  }
}

/** The open item that a new one at this indent is a neighbour of, or nested in. */
function findAbove(from: Open | null, indent: number): Open | null {
  for (let open = from; open !== null && open.is === 'item'; open = open.above) {
    if (indent >= open.indent) return open;
  }
  return null;
}

/** As written where the numbers rise; else counted on from the first, as Markdown shows them. */
function nameOf(open: Open, names: Map<Open, string>): string {
  const { marked, is, list, above } = open;
  const own = is === 'item' ? String(numbersOf(list)[list.indexOf(open)]) : marked.number;
  const prefix = is === 'item' && above !== null ? names.get(above) : undefined;
  const name = prefix === undefined ? own : `${prefix}.${own}`;
  names.set(open, name);
  return name;
}

function numbersOf(list: readonly Open[]): readonly number[] {
  const written = list.map(({ marked }) => Number(marked.number));
  const isRising = written.every((number, at) => at === 0 || number > (written[at - 1] ?? 0));
  return isRising ? written : written.map((_, at) => (written[0] ?? 1) + at);
}

function dedent(text: string, hang: number): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  return lines
    .map((line, at) => (at === 0 ? line : line.replace(new RegExp(`^[ \\t]{0,${hang}}`), '')))
    .join('\n')
    .trim();
}
