import { type Block, note } from '../../report/document.ts';
import { goesOn, isLinedUp } from '../../scenario/body-lines.ts';
import { listParagraphs } from '../../scenario/read-body.ts';
import type { Inject } from '../../scenario/schema.ts';

/** What stands outside the card of an inject: words to read aloud, large, and lines that must not break. */
export function writeText({ audience, from, body, if_already }: Inject): readonly Block[] {
  const other = if_already?.body;
  if (audience !== 'facilitator_reads') {
    return [...quoteLines('They read', body), ...(other ? quoteLines('Other text', other) : [])];
  }
  return [
    ...readAloud(body, `Read aloud, as ${from}`),
    ...(other ? readAloud(other, `The other text, if ${if_already.when.trim()}`) : []),
  ];
}

export function readAloud(body: string, by: string): readonly Block[] {
  return [{ is: 'lead', text: body.trim(), by }];
}

function quoteLines(name: string, body: string): readonly Block[] {
  return isLinedUp(body) ? [note({ bold: name }), { is: 'mono', lines: joinLines(body) }] : [];
}

/** Paper is wider than the projector: what goes on below a line there stands beside it here, where it fits. */
const paperLine = 100;

function joinLines(body: string): readonly string[] {
  const joined: string[] = [];
  for (const line of body.trimEnd().split(/\r?\n/)) {
    const beside = `${joined.at(-1)?.trimEnd()}   ${line.trim()}`;
    if (joined.length > 0 && goesOn(line) && beside.length <= paperLine) joined.splice(-1, 1, beside);
    else joined.push(line);
  }
  return joined;
}

/** Small: it is there to be looked up. */
export function quote(name: string, body: string): readonly Block[] {
  return isLinedUp(body) ? quoteLines(name, body) : [{ is: 'card', rows: [[name, flowing(body)]] }];
}

export function flowing(body: string): string {
  return listParagraphs(body).join('\n');
}
