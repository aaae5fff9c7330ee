import { services } from './guards.mjs';

const verify = [services('saving/verify')];
const reading = [services('saving/verify'), services('saving/journal')];
const chain = 'services/saving/check-chain.ts';
const format = 'services/saving/journal-format.ts';
const journal = 'services/saving/journal.ts';
const examine = 'services/saving/examine-journal.ts';
const endOfLine = "bytes.toString('latin1', cut, stop)";
const isLinkedAndWhole = `if (${endOfLine} !== \`\${linkStart}\${head}"\${hashStart}\${digest}"}\`) return null;`;
const startsLinked = `if (!${endOfLine}.startsWith(\`\${linkStart}\${head}"\`)) return null;`;
const endsWhole = `if (!${endOfLine}.endsWith(\`\${hashStart}\${digest}"}\`)) return null;`;

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const journalReading = [
  {
    protection: 'hash of every line',
    takenOut: 'the comparison',
    file: format,
    find: "return line.toString('latin1', end) === ",
    put: "return line.toString('latin1', end).startsWith(hashStart) || '' === ",
    tests: verify,
  },
  {
    protection: 'link of every line',
    takenOut: 'the comparison with the line before',
    file: chain,
    find: 'else if (chain.head !== null && prev !== chain.head) chain.damage',
    put: 'else if (prev === null) chain.damage',
    tests: verify,
  },
  {
    protection: 'hash of every line',
    takenOut: 'the comparison, of a line that links to the one before',
    file: format,
    find: isLinkedAndWhole,
    put: startsLinked,
    tests: verify,
  },
  {
    protection: 'link of every line',
    takenOut: 'the comparison, of a whole line',
    file: format,
    find: isLinkedAndWhole,
    put: endsWhole,
    tests: verify,
  },
  {
    protection: 'number of every line',
    takenOut: 'a gap is not seen',
    file: chain,
    find: 'if (seq > expected) chain.damage',
    put: 'if (seq < 0) chain.damage',
    tests: verify,
  },
  {
    protection: 'header continues',
    takenOut: 'a segment may go on from anywhere',
    file: chain,
    find: 'else if (!continueFrom(chain, header)) report',
    put: 'else if (continueFrom(chain, header) === null) report',
    tests: verify,
  },
  {
    protection: 'header names its exercise',
    takenOut: "another exercise's segment is taken",
    file: chain,
    find: 'else if (isOther) report',
    put: 'else if (isOther === null) report',
    tests: [services('saving/foreign-journals')],
  },
  {
    protection: 'header names its number',
    takenOut: 'a copied segment is taken',
    file: chain,
    find: "if (header.segment !== segmentNumber(place.file)) report(chain, place, 'out_of_order', null);",
    put: "if (header.segment < 0) report(chain, place, 'out_of_order', null);",
    tests: verify,
  },
  {
    protection: 'schema check on read',
    takenOut: 'of an entry',
    file: format,
    find: 'const event = readEvent(fields);',
    put: 'const { prev: _, h: __, ...event } = fields;',
    tests: [services('saving/journal')],
  },
  {
    protection: 'schema check on read',
    takenOut: 'of an entry with a plain shape',
    file: format,
    find: 'const isPlain = looks.get(type)?.(data) ?? false;',
    put: 'const isPlain = looks.has(type);',
    tests: [services('saving/journal')],
  },
  {
    protection: 'schema check on read',
    takenOut: 'fields nobody knows pass the quick look',
    file: 'services/saving/plain-shape.ts',
    find: 'if (!names.has(name)) return false;',
    put: 'if (names.size < 0) return false;',
    tests: [services('saving/plain-shape')],
  },
  {
    protection: 'newer format is not damage',
    takenOut: 'the stamp of the header',
    file: format,
    find: "if (stamp && stamp.format > journalFormat) return { kind: 'newer' };",
    put: '',
    tests: [services('saving/journal')],
  },
  {
    protection: 'torn tail told from a whole entry',
    takenOut: 'its hash',
    file: 'services/saving/read-journal.ts',
    find: 'rest.length <= longestLine && verifyLine(rest) !== null;',
    put: 'rest.length <= longestLine;',
    tests: reading,
  },
  {
    protection: 'damaged journal is read-only',
    takenOut: 'it is mended and written on',
    file: journal,
    find: 'const readOnly = refusal ?? (await prepare(writer, read, anchor));',
    put: 'const readOnly = await prepare(writer, read, anchor);',
    tests: reading,
  },
  {
    protection: 'journal of another exercise is read-only',
    takenOut: 'the name',
    file: journal,
    find: 'if (owner !== null)',
    put: "if (owner === '')",
    tests: [services('saving/journal')],
  },
  {
    protection: 'journal of another script is read-only',
    takenOut: "the script's hash",
    file: journal,
    find: 'const isOther = read.header !== null && read.header.script_sha256 !== scriptSha256;',
    put: 'const isOther = false;',
    tests: [services('saving/journal')],
  },
  {
    protection: 'journal of another exercise is named',
    takenOut: "the folder's name, for verify",
    file: examine,
    find: '[...journal.damage, ...checkOwner(folder, journal)]',
    put: '[...journal.damage]',
    tests: [services('saving/foreign-journals')],
  },
  {
    protection: 'damage before what is continued stays damage',
    takenOut: 'a later segment mends the first line',
    file: chain,
    find: 'chain.damage.splice(0, Number.POSITIVE_INFINITY, ...stays);',
    put: 'chain.damage.splice(0, stays.length + chain.damage.length);',
    tests: ['test/faults/row-05-lines-moved.test.ts'],
  },
];
