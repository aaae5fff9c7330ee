import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Its parts are a clock's local fields: noon avoids the hour that some zones skip. */
const zipTime = new Date(1980, 0, 1, 12);

/** Names that docx draws by lot, and bookmarks that it counts over the life of the process; where it writes them, never in text. */
const drawn = new RegExp(
  [
    String.raw`(?<=(?:\bId|r:id|r:embed)=")rId[a-z0-9_-]{21}(?=")`,
    String.raw`(?<=(?:w:anchor|w:name)="|<w:instrText[^>]*>\s*PAGEREF )_Toc\d+`,
    String.raw`(?<=<w:bookmark(?:Start|End)[^>]* w:id=")\d+(?=")`,
  ].join('|'),
  'g',
);

/**
 * docx stamps the moment of writing into the properties and the zip, also of a workbook inside: the record's own time takes its
 * place. What it names by lot is numbered in the order in which it stands in the parts.
 */
export function settle(bytes: Uint8Array, at: string): Uint8Array {
  const stamp = `${at.slice(0, 19)}Z`;
  const names = new Map<string, string>();
  const rename = (name: string) => {
    const kind = /^(rId|_Toc)?/.exec(name)?.[0] ?? '';
    const known = names.get(name) ?? `${kind}${kind === 'rId' ? 'Own' : ''}${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    if (name.endsWith('.xlsx')) return [name, settle(content, at)];
    if (!/\.(xml|rels)$/.test(name)) return [name, content];
    const xml = strFromU8(content).replace(drawn, rename);
    const isCore = name === 'docProps/core.xml';
    return [name, strToU8(isCore ? xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, stamp) : xml)];
  });
  return zipSync(Object.fromEntries(parts), { mtime: zipTime, level: 4 });
}
