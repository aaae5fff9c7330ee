/** What somebody else wrote, and what a machine did: nobody can rewrite it. Line breaks stay, so that every place keeps its number. */
const quoted = [
  /```[\s\S]*?(?:```|$)/g,
  /`[^`\n]*`/g,
  /^[ \t]*>.*$/gm,
  /"[^"\n]{1,2000}"/g,
  /[“„][^“”\n]{1,2000}[“”]/g,
  /«[^«»\n]{1,2000}»/g,
  /»[^«»\n]{1,2000}«/g,
  /(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])[^\n]{0,2000}?(?<=\S)['’](?![\p{L}\p{N}])/gu,
];

/** `**failed to**` says the same as without its marks. */
const emphasis = /[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?=[\s.,;:!?]|$)/g;

/** The same text with quotations and code blanked out, character for character. */
export function maskQuoted(text: string): string {
  return quoted.reduce((masked, pattern) => masked.replace(pattern, blank), text).replace(emphasis, blank);
}

/** Blanks out the lines that carry the mark `lint-ok`, which a file may use; a record asks for a reason instead. */
export function maskMarkedLines(text: string): string {
  return text.replace(/^.*\blint-ok\b.*$/gm, blank);
}

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
