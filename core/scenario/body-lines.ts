/** The lines of a body, and what their author meant by the spaces in them. */

export const leadingTime = /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?=\s|$)/;
export const linedUp = /\S\s{3,}\S/;
const indented = /^\s{4,}\S/;
/** Among lined up lines two spaces are a gap too; an indented line goes on in its column, and `$` stands before a command. */
const row = /\S\s{2,}\S|^\s{2,}\S|^\$ /;

/** Whether its author lined words up with spaces: on paper they stay where they are. */
export function isLinedUp(body: string): boolean {
  return linesOf(body).some((line) => linedUp.test(line.trim()) || indented.test(line));
}

/** Stretches of lines that were lined up, whole, and what stands between them, in order. */
export function splitLinedUp(
  body: string,
): readonly { readonly isLinedUp: boolean; readonly lines: readonly string[] }[] {
  const parts: { isLinedUp: boolean; lines: string[] }[] = [];
  for (const line of linesOf(body)) {
    const isRow = row.test(line);
    const last = parts.at(-1);
    if (last && (last.isLinedUp === isRow || line.trim() === '')) last.lines.push(line);
    else if (line.trim() !== '') parts.push({ isLinedUp: isRow, lines: [line] });
  }
  return parts;
}

/** Whether its author indented it below another line; one with its own time begins anew. */
export function goesOn(line: string): boolean {
  return indented.test(line) && !leadingTime.test(line.trim());
}

/** A rule that the writer drew with signs is as long as their paper was wide: here it is short. */
const drawnRule = /([-=_*#~–—])\1{11,}/g;

export function linesOf(body: string): readonly string[] {
  const lined = body.replace(/\r\n?/g, '\n').replaceAll('\t', '    ');
  return lined.replace(drawnRule, (rule) => rule.slice(0, 12)).split('\n');
}
