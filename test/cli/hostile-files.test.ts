import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ended, muster } from '../support/muster.ts';

const base = await readFile(join(import.meta.dirname, '../fixtures/scripts/base.yaml'), 'utf8');
const at = (byte: number, after: string) => Buffer.concat([Buffer.from(after), Buffer.from([byte]), Buffer.from('x')]);

/** Name, content, and what is said of it after the name. */
const refused: readonly (readonly [name: string, content: string | Buffer, says: string])[] = [
  ['huge', '#'.repeat(5_000_001), '1:1: error: the file has 5000001 bytes; at most 5 MB (5000000 bytes) are read'],
  ['brackets', '['.repeat(20_480), '1:61: error: brackets are nested more than 60 deep'],
  ['braces', `a: ${'{a: '.repeat(5_000)}`, '1:244: error: brackets are nested more than 60 deep'],
  ['dashes', '- '.repeat(10_240), '1:1: error: the text is indented more than 240 characters deep'],
  ['questions', '? '.repeat(10_240), '1:1: error: the text is indented more than 240 characters deep'],
  ['stairs', steps(400), '242:1: error: the text is indented more than 240 characters deep'],
  ['alias', 'a: &x 1\nb: *x\n', '1:4: error: the anchor &x is not allowed'],
  ['alias-used', 'a: &x 1\nb: *x\n', '2:4: error: the alias *x is not allowed'],
  ['alias-cycle', 'a: &x [*x]\n', '1:8: error: the alias *x is not allowed'],
  ['alias-bomb', bomb(), '2:10: error: the alias *a0 is not allowed'],
  ['merge', 'a: 1\n<<: {b: 2}\n', '2:1: error: the merge key << is not allowed'],
  ['twice', 'a: 1\nb:\n  "c": 1\n  "c": 2\n', '4:3: error: the field "c" stands here a second time'],
  ['latin-1', at(0xe9, 'title: caf'), '1:11: error: the file is not UTF-8 text; save it as UTF-8'],
  ['utf-16', Buffer.from('\uFEFFid: x', 'utf16le'), '1:1: error: the file is not UTF-8 text; save it as UTF-8'],
  ['surrogate-bytes', Buffer.from([0x61, 0xed, 0xa0, 0x80]), '1:2: error: the file is not UTF-8 text'],
  ['surrogate-escape', 'a: 1\nb: "x\\ud800"\n', '2:4: error: the character U+D800 may not stand in this file'],
  ['nul', 'a: 1\nb: x\0y\n', '2:5: error: the character U+0000 may not stand in this file'],
  ['nul-escape', 'a: "x\\0"\n', '1:4: error: the character U+0000 may not stand in this file'],
  ['bell', 'a: x\u0007\n', '1:5: error: the character U+0007 may not stand in this file'],
  ['return', 'a: x\ry\n', '1:5: error: the character U+000D may not stand in this file'],
  ['non-character', 'a: x\uFFFE\n', '1:5: error: the character U+FFFE may not stand in this file'],
  ['poison', 'a: 1\n__proto__: {polluted: true}\n', '2:1: error: the field name __proto__ is not allowed'],
  ['poison-deep', 'a:\n  constructor: {}\n', '2:3: error: the field name constructor is not allowed'],
  ['tag', 'a: !!js/function "x"\n', '1:4: error: the tag tag:yaml.org,2002:js/function is not allowed'],
  ['tag-own', 'a: 1\nb: !run {c: 1}\n', '2:4: error: the tag !run is not allowed'],
  ['documents', 'a: 1\n---\nb: 2\n---\nc: 3\n', '2:1: error: a file holds one document; a second one begins here'],
  ['empty', '', '1:1: error: the file is empty'],
  ['comment', '# nothing\n', '1:1: error: the file is empty'],
  ['list', '- a\n- b\n', '1:1: error: the file: found ["a","b"]'],
  ['crowd', '- {a: 1}\n'.repeat(60_000), '50001:1: error: the file holds more than 150000 fields and list items'],
  ['unknown', unknown(20_000), '201:1: error: 19800 more faults are not shown; mend these first'],
  ['when-brackets', when('('.repeat(300)), '105:5: error: when: (((('],
  ['when-not', when('not '.repeat(50_000)), 'characters are too many; at most 500 are read (character 501)'],
  ['broken', 'a: [1, 2\nb: "x\n', '3:1: error: Missing closing "quote'],
  [
    'scalars',
    base.replace('detectable: true', 'detectable: no').replace('    t: 10\n', '    t: 1:30\n'),
    '57:5: error: injects.1.t: found "1:30"',
  ],
];

/** What another editor leaves behind does no harm, and scalars stay what the schema says. */
const accepted: readonly (readonly [name: string, content: string | Buffer])[] = [
  ['bom', `\uFEFF${base}`],
  ['crlf', base.replaceAll('\n', '\r\n')],
  ['no-is-text', base.replace('title: "Is it material?"', 'title: no').replace('from: "Counsel"', 'from: 1:30')],
  ['eight', base.replace('target_min: 8\n', 'target_min: 08\n')],
];

function steps(deep: number): string {
  return Array.from({ length: deep }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
}

function unknown(count: number): string {
  return `${Array.from({ length: count }, (_, at) => `extra${at}: 1\n`).join('')}${base}`;
}

function when(text: string): string {
  return base.replace('when: eu_personal_data and not us_bank', `when: "${text}"`);
}

function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`);
  return ['a0: &a0 x', ...lines].join('\n');
}

let folder: string;
let first: Ended;
let second: Ended;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-hostile-'));
  for (const [name, content] of [...refused, ...accepted]) {
    await writeFile(join(folder, `${name}.yaml`), typeof content === 'string' ? Buffer.from(content) : content);
  }
  await writeFile(join(folder, 'hosts.csv'), 'host,owner\n');
  await mkdir(join(folder, 'folder.yaml'));
  await symlink('loop.yaml', join(folder, 'loop.yaml'));
  await promisify(execFile)('mkfifo', [join(folder, 'pipe.yaml')]);
  await symlink('/dev/zero', join(folder, 'zero.yaml'));
  const names = [...refused, ...accepted].map(([name]) => name);
  const files = [...names, 'folder', 'loop', 'absent', 'pipe', 'zero'].map((name) => join(folder, `${name}.yaml`));
  first = await muster('check', ...files);
  second = await muster('check', ...files);
}, 60_000);

const linesOf = (name: string) =>
  first.stderr
    .split('\n')
    .filter((line) => line.startsWith(join(folder, `${name}.yaml:`)))
    .map((line) => line.slice(join(folder, `${name}.yaml:`).length));

describe('muster check, given every kind of hostile file at once', () => {
  test('lives, twice in a row, and says the same with exit 1', () => {
    expect(first.code).toBe(1);
    expect(second).toEqual(first);
    expect(first.stderr).not.toMatch(/^ {4}at |RangeError|Maximum call stack/m);
  });

  test.each(refused)('refuses %s', (name, _, says) => {
    expect(linesOf(name).join('\n')).toContain(says);
  });

  test.each(accepted)('takes %s', (name) => {
    expect(linesOf(name)).toEqual([]);
    expect(first.stdout).toContain(`${name}.yaml: "A short night" has no errors and no warnings.`);
  });

  test.each([
    ['folder', 'it is a folder (EISDIR)'],
    ['loop', 'it cannot be opened (ELOOP)'],
    ['absent', 'there is no such file (ENOENT)'],
    ['pipe', 'it is no regular file; save it as one'],
    ['zero', 'it is no regular file; save it as one'],
  ])('says of %s which path cannot be read and why', (name, reason) => {
    const path = join(folder, `${name}.yaml`);
    expect(linesOf(name)).toEqual([`1:1: error: cannot read the file ${path}: ${reason}`]);
  });
});
