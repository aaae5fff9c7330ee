import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export type WordParts = ReadonlyMap<string, string>;

/** The XML parts of a Word file; throws where one is not strict XML. */
export function readWord(bytes: Uint8Array): WordParts {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const read = new Map(parts.map(([name, content]) => [name, strFromU8(content)]));
  for (const [name, xml] of read) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (problem) => {
      throw new Error(`${name}: ${problem.message}`);
    });
    parser.write(xml).close();
  }
  return read;
}

/** What a reader sees of a part, a paragraph a line. */
export function textOf(parts: WordParts, name = 'word/document.xml'): string {
  const paragraphs = (parts.get(name) ?? '').split('</w:p>');
  return paragraphs
    .map((xml) =>
      unescapeXml(
        [...xml.matchAll(/<w:t[ >][^<]*|<w:br\/>/g)]
          .map(([run]) => (run === '<w:br/>' ? '\n' : run.replace(/^<w:t[^>]*>/, '')))
          .join(''),
      ),
    )
    .join('\n');
}

function unescapeXml(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
