/** A line of a Markdown text. Offsets count from the start of the text; `to` is before the line end. */
export type Line = {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly is: 'blank' | 'heading' | 'fence' | 'code' | 'bullet' | 'text';
  /** Without the indent and, of a heading, without its signs. */
  readonly text: string;
  /** Where `text` begins. */
  readonly at: number;
};

type Within = { readonly is: 'settings' } | { readonly is: 'fence'; readonly sign: string } | null;

/** What stands between fences, and settings at the top of a file, is code: no step begins there. */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let from = 0;
  let within: Within = /^---[ \t]*\r?\n/.test(text) ? { is: 'settings' } : null;
  for (const raw of text.split('\n')) {
    const line = readLine(raw.replace(/\r$/, ''), from);
    lines.push(within === null || line.is === 'blank' ? line : { ...line, is: 'code' });
    within = within === null ? beginAt(line) : isEnd(line, within) ? null : within;
    from += raw.length + 1;
  }
  return lines;
}

function beginAt({ is, text }: Line): Within {
  const sign = is === 'fence' ? /^(`{3,}|~{3,})/.exec(text)?.[1] : undefined;
  return sign === undefined ? null : { is: 'fence', sign };
}

function isEnd({ from, text }: Line, within: NonNullable<Within>): boolean {
  if (within.is === 'settings') return from > 0 && /^(---|\.\.\.)\s*$/.test(text);
  return text.startsWith(within.sign) && /^[`~]+\s*$/.test(text);
}

function readLine(line: string, from: number): Line {
  const before = /^[ \t]*/.exec(line)?.[0] ?? '';
  const text = line.slice(before.length);
  const indent = before.replaceAll('\t', '    ').length;
  const about = { from, to: from + line.length, indent, text, at: from + before.length };
  const [signs = '', title = ''] = /^(?:#{1,6}[ \t]+)(.*)$/.exec(text) ?? [];
  if (signs !== '') return { ...about, is: 'heading', text: title, at: about.at + text.length - title.length };
  if (text === '') return { ...about, is: 'blank' };
  if (/^(`{3,}|~{3,})/.test(text)) return { ...about, is: 'fence' };
  return { ...about, is: /^[-*+>][ \t]/.test(text) ? 'bullet' : 'text' };
}
