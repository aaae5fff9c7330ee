/** How a script's text is set where a room looks at it. The script itself keeps its own signs. */

const noBreakSpace = '\u00A0';
/** Forbids a break and draws nothing: the fonts have no hyphen of their own that never breaks (U+2011). */
const wordJoiner = '\u2060';

const groupedDigits = /(?<![\d.,:\p{L}_-])\d{1,3}(?: \d{3}){1,4}(?![\d:])/gu;
const telephone = /\+\d{1,3}(?:[-. ]\(?\d{2,4}\)?){2,5}(?!\d)|(?<![\p{L}\d-])(?:\d{3}-)?\d{3}-\d{4}(?![\d-])/gu;

/** The same text with groups of three digits and telephone numbers that no line or page can part. */
export function keepNumbersWhole(text: string): string {
  return text
    .replace(telephone, (number) => number.replaceAll('-', `-${wordJoiner}`).replaceAll(' ', noBreakSpace))
    .replace(groupedDigits, (number) => number.replaceAll(' ', noBreakSpace));
}

const code = /^\s*\$ |`|[\p{L}\d_\])]\(["']|=\s?["'[{]|\[["'][^"'\]]*["'],/u;
const otherScript = /(?!\p{Script=Latin})\p{L}/u;

/** The same text with curly quotation marks and apostrophes; lines of code, lines in another script and addresses keep theirs. */
export function curlQuotes(text: string): string {
  return text
    .split('\n')
    .map((line) => (code.test(line) || otherScript.test(line) ? line : curlLine(line)))
    .join('\n');
}

const opens = /^$|[\s([{“‘–—/-]/;
/** Words that begin with an apostrophe, and years without their century. */
const clipped = /^(?:tis|twas|twere|twill|em|til|till|cause|cept|round|bout|n|neath|[0-9]{2}(?:s|er)?)(?![\p{L}\d])/iu;

function curlLine(line: string): string {
  let drawn = '';
  let [isDoubleOpen, isSingleOpen] = [false, false];
  for (const { index, 0: part } of line.matchAll(/["']|[^"']+/g)) {
    const before = drawn.slice(-1);
    const after = line.slice(index + 1);
    if ((part !== '"' && part !== "'") || isInAddress(line, index)) drawn += part;
    else if (part === '"') {
      const curled = curlDouble(before, after, isDoubleOpen);
      isDoubleOpen = curled === '“' || (isDoubleOpen && curled === part);
      drawn += curled;
    } else {
      const curled = curlSingle(before, after, isSingleOpen);
      isSingleOpen = curled === '‘' || (isSingleOpen && /^\p{L}/u.test(after));
      drawn += curled;
    }
  }
  return drawn;
}

function curlDouble(before: string, after: string, isOpen: boolean): string {
  if (opens.test(before) && /^\S/.test(after)) return '“';
  return isMeasure(before, after) && !isOpen ? '"' : '”';
}

function curlSingle(before: string, after: string, isOpen: boolean): string {
  if (isMeasure(before, after) && !isOpen) return "'";
  const isQuotation = opens.test(before) && /^[^\s"']/.test(after) && !clipped.test(after) && closes.test(after);
  return isQuotation ? '‘' : '’';
}

/** `6'2"`: feet and inches, where no quotation is to be closed. */
function isMeasure(before: string, after: string): boolean {
  return /\d/.test(before) && !/^\p{L}/u.test(after);
}

/** A later mark behind a word that no letter follows. */
const closes = /[^\s([{]'(?![\p{L}\d])/u;

/** Within `o'neil@mail.invalid` or a link, not at its ends. */
function isInAddress(line: string, at: number): boolean {
  const [before, after] = [line.slice(0, at).split(/\s/).at(-1) ?? '', line.slice(at + 1).split(/\s/, 1)[0] ?? ''];
  return before !== '' && /^[\p{L}\d/]/u.test(after) && /@|:\/\//.test(before + after);
}
