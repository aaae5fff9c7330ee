/** The text with what stands between its two marker lines replaced. @param {string} text @param {string} name @param {string} part */
export function writeBetween(text, name, part) {
  const begin = `<!-- ${name}: begin -->\n`;
  const end = `<!-- ${name}: end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`The lines "${begin.trim()}" and "${end}" are not there.`);
  return `${text.slice(0, from + begin.length)}${part}\n${text.slice(to)}`;
}
