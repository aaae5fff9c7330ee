import { readFile, stat } from 'node:fs/promises';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { findForbiddenName, guardText, mostBytes, type TextProblem, tooLarge } from './guard-text.ts';

export type ReadYaml = {
  /** undefined when there are problems: what was read then is not to be trusted. */
  readonly value: unknown;
  /** Place of the value at `path`, of its key where it is a field, else of the nearest thing above it. */
  readonly positionOf: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
  readonly problems: readonly TextProblem[];
  readonly bytes: Uint8Array;
};

const start = { line: 1, column: 1 };

export async function readYamlFile(path: string): Promise<ReadYaml> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return unread([tooLarge(size)]);
    return readYaml(await readFile(path));
  } catch (problem) {
    const reason = problem instanceof Error && 'code' in problem ? explain(String(problem.code)) : String(problem);
    return unread([{ ...start, message: `cannot read the file ${path}: ${reason}` }]);
  }
}

function unread(problems: readonly TextProblem[], bytes: Uint8Array = new Uint8Array()): ReadYaml {
  return { value: undefined, positionOf: () => start, problems, bytes };
}

function explain(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'you may not read it',
  };
  return `${reasons[code] ?? 'it cannot be opened'} (${code})`;
}

/** YAML 1.2 core, one document, no aliases, no tags; times stay text. All faults at once, each with its place. */
export function readYaml(bytes: Uint8Array): ReadYaml {
  const guarded = guardText(bytes);
  const { text } = guarded;
  if (text === null || guarded.problems.length > 0) {
    return unread(guarded.problems, bytes);
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [document, second] = Array.isArray(documents) ? documents : [];
  if (!document) return unread([{ ...start, message: 'the file is empty' }], bytes);
  const problems: TextProblem[] = document.errors.map(({ pos, message, code }) => ({
    ...place(pos[0]),
    message: code === 'DUPLICATE_KEY' ? tellDuplicate(text.slice(pos[0])) : message,
  }));
  for (const { pos, message } of document.warnings) problems.push({ ...place(pos[0]), message: tellWarning(message) });
  if (second)
    problems.push({ ...place(second.range[0]), message: 'a file holds one document; a second one begins here' });
  problems.push(...findUnwanted(document, text, place));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const value = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  return { value, positionOf: (path) => place(findOffset(document.contents, path)), problems, bytes };
}

/** A tag that YAML itself does not know is a warning to the parser, and no part of a script. */
function tellWarning(message: string): string {
  return message.replace(/^Unresolved tag: (.*)$/, 'the tag $1 is not allowed');
}

function tellDuplicate(rest: string): string {
  const name = rest.match(/^(?:"[^"\n]*"|'[^'\n]*'|[^:,{}\n]+)/)?.[0] ?? '';
  return `the field ${name.trim()} stands here a second time`;
}

const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/** Aliases, anchors, merge keys, keys that would reach into the program itself, and what an escape such as \0 brings in. */
function findUnwanted(
  document: Document.Parsed,
  text: string,
  place: (offset: number) => { line: number; column: number },
): TextProblem[] {
  const problems: TextProblem[] = [];
  const report = (node: Node, message: string) => problems.push({ ...place(node.range?.[0] ?? 0), message });
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) report(node, `the alias *${node.source} is not allowed; write the text out`);
      else if (node.anchor) {
        const offset = text.lastIndexOf(`&${node.anchor}`, node.range?.[0]);
        const message = `the anchor &${node.anchor} is not allowed; write the text out where it is needed`;
        problems.push({ ...place(offset), message });
      }
      const character = isScalar(node) && typeof node.value === 'string' ? findForbiddenName(node.value) : null;
      if (character !== null) report(node, `the character ${character} may not stand in a script; delete it`);
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) return;
      if (key.value === '<<') report(key, 'the merge key << is not allowed; write the fields out');
      if (poisonous.has(String(key.value))) report(key, `the field name ${key.value} is not allowed`);
    },
  });
  return problems;
}

function findOffset(contents: unknown, path: readonly PropertyKey[]): number {
  let place = { node: contents, offset: isNode(contents) ? (contents.range?.[0] ?? 0) : 0 };
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
}

function stepIntoMap(map: YAMLMap, key: PropertyKey) {
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return pair && isScalar(pair.key) ? { node: pair.value, offset: pair.key.range?.[0] ?? 0 } : null;
}

function stepIntoList(list: YAMLSeq, key: PropertyKey) {
  const node = list.items[Number(key)];
  return isNode(node) ? { node, offset: node.range?.[0] ?? 0 } : null;
}

function isNode(value: unknown): value is Node {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value);
}
