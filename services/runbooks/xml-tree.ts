import { SaxesParser } from 'saxes';

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
};

/** Throws where it is not well-formed. Entities of its own are never followed. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.write(xml).close();
  return root;
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string' && child.name === name) as Element[]; // filtered just now
}

/** The first on this way down: `findChild(paragraph, 'w:pPr', 'w:numPr')`. */
export function findChild(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((found, name) => childrenOf(found, name)[0], element);
}

/** Everything of that name, however deep. */
export function listDeep(element: Element | undefined, name: string): readonly Element[] {
  return (element?.children ?? []).flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child, ...listDeep(child, name)] : listDeep(child, name);
  });
}

/** `w:val`, as most settings of Word have it. */
export function settingOf(element: Element | undefined): string | undefined {
  return element?.attributes['w:val'];
}
