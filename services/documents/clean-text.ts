// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const notXml = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g;

/** What XML cannot hold is left out: C0 controls but tab and line feed, U+FFFE, U+FFFF; a lone surrogate becomes U+FFFD. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(notXml, '');
}
