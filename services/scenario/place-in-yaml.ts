import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

type Place = { readonly node: unknown; readonly offset: number };

/** Finds the offset of the value at a path, of its key where it is a field, else of the nearest thing above it. */
export function openPlaces(contents: unknown): (path: readonly PropertyKey[]) => number {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  /** A map is indexed once, so that a thousand faults in one map do not read it a thousand times. */
  function indexOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = indexes.get(map);
    if (known) return known;
    const pairs = map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : []));
    const index = new Map(pairs.reverse()); // the first of two that are the same wins
    indexes.set(map, index);
    return index;
  }

  function stepIntoMap(map: YAMLMap, key: PropertyKey): Place | null {
    const pair = indexOf(map).get(String(key));
    return pair && isScalar(pair.key) ? { node: pair.value, offset: pair.key.range?.[0] ?? 0 } : null;
  }

  return (path) => {
    let place: Place = { node: contents, offset: isNode(contents) ? (contents.range?.[0] ?? 0) : 0 };
    for (const key of path) {
      const next = isMap(place.node)
        ? stepIntoMap(place.node, key)
        : isSeq(place.node)
          ? stepIntoList(place.node, key)
          : null;
      if (!next) return place.offset;
      place = next;
    }
    return place.offset;
  };
}

function stepIntoList(list: YAMLSeq, key: PropertyKey): Place | null {
  const node = list.items[Number(key)];
  return isNode(node) ? { node, offset: node.range?.[0] ?? 0 } : null;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}
