// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const notXml = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;

/** What XML cannot hold is left out: C0 controls but tab and line feed, U+FFFE, U+FFFF; a lone surrogate becomes U+FFFD. */
export function cleanText(text: string): string {
  return closeDirections(text.toWellFormed().replace(/\r\n?/g, '\n').replace(notXml, ''));
}

/** A text that turns the writing direction and does not turn it back must not turn what follows it. */
function closeDirections(text: string): string {
  let embedded = 0;
  let isolated = 0;
  for (const [mark] of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (mark === '\u202C') embedded = Math.max(0, embedded - 1);
    else if (mark === '\u2069') isolated = Math.max(0, isolated - 1);
    else if (mark >= '\u2066') isolated += 1;
    else embedded += 1;
  }
  return text + '\u202C'.repeat(embedded) + '\u2069'.repeat(isolated);
}
