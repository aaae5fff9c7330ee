import { readFile, stat } from 'node:fs/promises';
import {
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  type Node,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { limitFaults } from '#core/scenario/limit-faults.ts';
import { findForbiddenName, guardText, mostBytes, type TextProblem, tooLarge } from './guard-text.ts';
import { openPlaces } from './place-in-yaml.ts';

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
    const found = await stat(path); // before it is opened: to open a pipe is to wait for whoever writes into it
    if (!found.isFile() && !found.isDirectory())
      return unread([{ ...start, message: `cannot read the file ${path}: it is no regular file; save it as one` }]);
    if (found.size > mostBytes) return unread([tooLarge(found.size)]);
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
    uniqueKeys: false, // looked for below: the parser compares each key with every other
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
  const problems: TextProblem[] = document.errors.map(({ pos, message }) => ({
    ...place(pos[0]),
    message,
  }));
  for (const { pos, message } of document.warnings) problems.push({ ...place(pos[0]), message: tellWarning(message) });
  if (second)
    problems.push({ ...place(second.range[0]), message: 'a file holds one document; a second one begins here' });
  problems.push(...findUnwanted(document, text, place));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const value = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  const offsetOf = openPlaces(document.contents);
  return { value, positionOf: (path) => place(offsetOf(path)), problems: limitFaults(problems), bytes };
}

/** A tag that YAML itself does not know is a warning to the parser, and no part of a script. */
function tellWarning(message: string): string {
  return message.replace(/^Unresolved tag: (.*)$/, 'the tag $1 is not allowed');
}

/** The later ones of keys that are the same. */
function findRepeated({ items }: YAMLMap): readonly Scalar[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (seen.has(name)) return [key];
    seen.add(name);
    return [];
  });
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
      if (character !== null) report(node, `the character ${character} may not stand in this file; delete it`);
    },
    Map: (_, map) => {
      for (const key of findRepeated(map))
        report(key, `the field ${text.slice(key.range?.[0], key.range?.[1])} stands here a second time`);
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) return;
      if (key.value === '<<') report(key, 'the merge key << is not allowed; write the fields out');
      if (poisonous.has(String(key.value))) report(key, `the field name ${key.value} is not allowed`);
    },
  });
  return problems;
}
