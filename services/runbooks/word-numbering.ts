import { childrenOf, type Element, findChild, listDeep, settingOf } from './xml-tree.ts';

type Level = { readonly start: number; readonly format: string; readonly label: string };
type Numbering = { readonly of: string; readonly levels: ReadonlyMap<number, Level> };

/** What Word counts in front of numbered paragraphs: told paragraph by paragraph, in the order of the text. */
export function createCounter(numbering: Element | null) {
  const lists = numbering === null ? new Map<string, Numbering>() : readLists(numbering);
  const counts = new Map<string, number[]>();

  /** The label of the next paragraph of that list and level; null for bullets and what is no list. */
  return function count(list: string, level: number): string | null {
    const known = lists.get(list);
    const shape = known?.levels.get(level);
    if (!known || !shape) return null;
    const own = counts.get(known.of) ?? [];
    counts.set(known.of, own);
    own[level] = (own[level] ?? shape.start - 1) + 1;
    own.length = level + 1;
    if (shape.format === 'bullet' || shape.format === 'none') return null;
    return shape.label.replace(/%(\d)/g, (_, number: string) => {
      const at = Number(number) - 1;
      const asked = known.levels.get(at);
      return write(own[at] ?? asked?.start ?? 1, asked?.format ?? 'decimal');
    });
  };
}

/** Roman numbers are written as plain ones: people say step 4 either way. */
function write(count: number, format: string): string {
  if (format !== 'lowerLetter' && format !== 'upperLetter') return String(count);
  return String.fromCharCode('a'.charCodeAt(0) + ((count - 1) % 26));
}

function readLists(root: Element): Map<string, Numbering> {
  const abstract = new Map(
    listDeep(root, 'w:abstractNum').map((element) => [
      element.attributes['w:abstractNumId'] ?? '',
      readLevels(element),
    ]),
  );
  return new Map(
    listDeep(root, 'w:num').map((element): [string, Numbering] => {
      const of = settingOf(findChild(element, 'w:abstractNumId')) ?? '';
      const id = element.attributes['w:numId'] ?? '';
      const overrides = childrenOf(element, 'w:lvlOverride').map((override): [number, Element] => [
        Number(override.attributes['w:ilvl'] ?? 0),
        override,
      ]);
      const levels = new Map(abstract.get(of) ?? []);
      for (const [level, override] of overrides) {
        const start = settingOf(findChild(override, 'w:startOverride'));
        const before = levels.get(level);
        if (before && start !== undefined) levels.set(level, { ...before, start: Number(start) });
      }
      return [id, { of: overrides.length > 0 ? `${of}/${id}` : of, levels }]; // one that starts anew counts for itself
    }),
  );
}

function readLevels(element: Element): ReadonlyMap<number, Level> {
  return new Map(
    childrenOf(element, 'w:lvl').map((level): [number, Level] => [
      Number(level.attributes['w:ilvl'] ?? 0),
      {
        start: Number(settingOf(findChild(level, 'w:start')) ?? 1),
        format: settingOf(findChild(level, 'w:numFmt')) ?? 'decimal',
        label: settingOf(findChild(level, 'w:lvlText')) ?? '',
      },
    ]),
  );
}
