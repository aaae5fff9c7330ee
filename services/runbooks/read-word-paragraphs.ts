import type { WordParagraph } from '#core/runbooks/read-word-steps.ts';
import { createCounter } from './word-numbering.ts';
import { childrenOf, type Element, findChild, listDeep, readXml, settingOf } from './xml-tree.ts';

export type WordText = { readonly paragraphs: readonly WordParagraph[]; readonly hasOpenChanges: boolean };

type Style = {
  readonly isHeading: boolean;
  readonly list?: string;
  readonly level?: number;
  readonly basedOn?: string;
};

/** The paragraphs of a Word file's main text, with tracked changes as if they were accepted. Throws where its XML is broken. */
export function readWordParagraphs(parts: ReadonlyMap<string, string>): WordText {
  const part = (name: string) => parts.get(`word/${name}.xml`);
  const [numbering, styling] = [part('numbering'), part('styles')];
  const document = readXml(part('document') ?? '');
  const styles = styling === undefined ? new Map<string, Style>() : readStyles(readXml(styling));
  const count = createCounter(numbering === undefined ? null : readXml(numbering));
  const paragraphs = listParagraphs(document).map((element): WordParagraph => {
    const about = findChild(element, 'w:pPr');
    const style = styleOf(styles, settingOf(findChild(about, 'w:pStyle')));
    const list = settingOf(findChild(about, 'w:numPr', 'w:numId')) ?? style.list;
    const level = Number(settingOf(findChild(about, 'w:numPr', 'w:ilvl')) ?? style.level ?? 0);
    const label = list === undefined || list === '0' ? null : count(list, level);
    const isHeading = style.isHeading || findChild(about, 'w:outlineLvl') !== undefined;
    return { text: textOf(element), isHeading, numbered: label === null ? null : { level, label } };
  });
  return { paragraphs, hasOpenChanges: ['w:ins', 'w:del'].some((name) => listDeep(document, name).length > 0) };
}

/** Deleted, moved away, or there a second time for an older Word. */
const skipped: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:pPr', 'w:rPr']);

function listParagraphs(element: Element): readonly Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string' || skipped.has(child.name)) return [];
    return child.name === 'w:p' ? [child] : listParagraphs(child);
  });
}

function textOf(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string' || skipped.has(child.name)) return '';
      if (child.name === 'w:t') return child.children.filter((text) => typeof text === 'string').join('');
      if (child.name === 'w:tab') return '\t';
      return child.name === 'w:br' || child.name === 'w:cr' ? '\n' : textOf(child);
    })
    .join('');
}

function readStyles(root: Element): ReadonlyMap<string, Style> {
  return new Map(
    listDeep(root, 'w:style').map((element): [string, Style] => {
      const about = findChild(element, 'w:pPr');
      const [list, level] = ['w:numId', 'w:ilvl'].map((name) => settingOf(findChild(about, 'w:numPr', name)));
      const basedOn = settingOf(findChild(element, 'w:basedOn'));
      const name = settingOf(childrenOf(element, 'w:name')[0]) ?? '';
      const isHeading = /^heading \d/i.test(name) || findChild(about, 'w:outlineLvl') !== undefined;
      return [
        element.attributes['w:styleId'] ?? '',
        {
          isHeading,
          ...(list !== undefined && { list }),
          ...(level !== undefined && { level: Number(level) }),
          ...(basedOn !== undefined && { basedOn }),
        },
      ];
    }),
  );
}

/** What a style does not say, the one it is based on does. */
function styleOf(styles: ReadonlyMap<string, Style>, id: string | undefined): Omit<Style, 'basedOn'> {
  let whole: Omit<Style, 'basedOn'> = { isHeading: false };
  const seen = new Set<string>();
  for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at);
    const style = styles.get(at);
    if (!style) break;
    whole = { ...style, ...whole, isHeading: whole.isHeading || style.isHeading };
  }
  return whole;
}
