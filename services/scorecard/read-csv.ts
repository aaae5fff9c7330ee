import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import papaparse from 'papaparse';
import type { TableKind } from '#core/scorecard/files/file-kinds.ts';
import { type ReadTable, startTable, type TableOptions } from '#core/scorecard/files/read-table.ts';
import { nowhere, type RowProblem } from '#core/scorecard/files/row-problem.ts';
import { decodeText, TextFault } from './decode-text.ts';
import { type Delimiter, findDelimiter } from './find-delimiter.ts';

export type ReadingNeeds = {
  readonly options: TableOptions;
  readonly signal?: AbortSignal | undefined;
  /** Told the bytes that were read so far. */
  readonly progress?: ((bytes: number) => void) | undefined;
};

export type HashedTable<Kind extends TableKind> = { readonly table: ReadTable<Kind>; readonly sha256: string };

/** Reads a CSV of any length in pieces: what is held is a piece and the rows. Throws where the disk fails or `signal` stops it. */
export async function readCsv<Kind extends TableKind>(
  kind: Kind,
  bytes: AsyncIterable<Uint8Array>,
  needs: ReadingNeeds,
): Promise<HashedTable<Kind>> {
  const { options, signal, progress = () => {} } = needs;
  const hash = createHash('sha256');
  const texts = decodeText(counted(bytes, progress, signal), hash);
  const fault = (problem: RowProblem) => ({ ...startTable(kind, options).finish(), fault: problem });
  try {
    const { value: first = '' } = await texts.next();
    const delimiter = findDelimiter(kind, first, options);
    const table = startTable(kind, { ...options, decimalComma: delimiter !== ',' });
    const quotes = await parse(watchQuotes(first, texts), delimiter, table.take);
    return { table: quotes === null ? table.finish() : fault(quotes), sha256: hash.digest('hex') };
  } catch (problem) {
    if (!(problem instanceof TextFault)) throw problem;
    return { table: fault({ ...nowhere, line: problem.line, message: problem.message }), sha256: '' };
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  progress: (bytes: number) => void,
  signal: AbortSignal | undefined,
) {
  let read = 0;
  for await (const chunk of bytes) {
    signal?.throwIfAborted();
    read += chunk.length;
    progress(read);
    yield chunk;
  }
}

/** Only a quoted cell can hold the end of a line, and most files have none. */
type Watched = { readonly texts: AsyncIterable<string>; readonly hasQuotes: () => boolean };

function watchQuotes(first: string, rest: AsyncIterable<string>): Watched {
  let seen = false;
  async function* watched() {
    seen = first.includes('"');
    if (first !== '') yield first;
    for await (const text of rest) {
      seen ||= text.includes('"');
      yield text;
    }
  }
  return { texts: watched(), hasQuotes: () => seen };
}

/** Gives the quotation mark that makes the rest unreadable, if there is one. */
function parse(
  { texts, hasQuotes }: Watched,
  delimiter: Delimiter,
  take: (cells: readonly string[], line: number) => void,
): Promise<RowProblem | null> {
  let line = 1;
  let unclosed: RowProblem | null = null;
  return new Promise((resolve, reject) => {
    const stream = Readable.from(texts, { highWaterMark: 1 });
    stream.on('error', reject);
    papaparse.parse<string[], Readable>(stream, {
      delimiter,
      newline: '\n',
      chunk: ({ data, errors }) => {
        const quote = errors.find(({ type }) => type === 'Quotes');
        let at = 0;
        for (const cells of data) {
          if (quote?.row === at) unclosed ??= { ...nowhere, line, message: tellQuote(quote.code) };
          if (unclosed === null) take(cells, line);
          line += 1 + (hasQuotes() ? linesIn(cells) : 0);
          at += 1;
        }
      },
      complete: () => resolve(unclosed),
      error: reject,
    });
  });
}

const tellQuote = (code: string) =>
  code === 'MissingQuotes'
    ? 'a quotation mark opens a cell here and is never closed'
    : 'a quotation mark stands within a cell here; write it twice and put the cell in quotation marks';

function linesIn(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) if (cell.includes('\n')) lines += cell.split('\n').length - 1;
  return lines;
}
