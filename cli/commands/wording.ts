import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { checkText, type WordingFinding } from '#core/review/wording/check-text.ts';
import { maskMarkedLines } from '#core/review/wording/mask-quoted.ts';
import { matchNames } from '#core/review/wording/match-names.ts';
import type { WritingField } from '#core/review/wording/writing-fields.ts';
import { type Answer, complain } from '../answer.ts';

type Asked = {
  readonly file: string;
  readonly field: WritingField;
  readonly names: readonly string[];
  readonly json: boolean;
};

const largest = 5_000_000;

/** What blames in a text, a line each; fails where a finding of the level error stands. */
export async function runWording({ file, field, names, json }: Asked): Promise<Answer> {
  const read = await readText(file);
  if ('problem' in read) return complain(read.problem);
  const text = maskMarkedLines(read.text);
  const found = checkText(text, field, matchNames(names.map((name) => ({ name, called: '' }))));
  const exitCode = found.some(({ level }) => level === 'error') ? 1 : 0;
  const placed = placeAll(read.text, found);
  if (json) return { exitCode, stdout: JSON.stringify(placed.map(toJson), null, 2), stderr: '' };
  const name = file === '-' ? 'stdin' : file;
  const lines = placed.map(
    (one) =>
      `${name}:${one.line}:${one.column}: ${one.level} ${one.rule}: “${one.text.replace(/\s+/g, ' ')}”. ${one.why} ${one.rewrite}`,
  );
  return { exitCode, stdout: lines.length > 0 ? lines.join('\n') : 'Nothing to say differently.', stderr: '' };
}

async function readText(file: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  try {
    const bytes = file === '-' ? Buffer.from(await readStream(process.stdin)) : await readFile(file);
    if (bytes.length > largest)
      return { problem: `${file}: ${bytes.length} bytes; a text has at most ${largest}. Take a part of it.` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (problem) {
    const { code } = { code: '', ...(problem instanceof Error ? problem : {}) };
    if (code === 'ENOENT') return { problem: `${file}: there is no such file.` };
    if (code === 'EISDIR') return { problem: `${file} is a folder. Name a file.` };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { problem: `${file}: this is no text in UTF-8. Save it as text and try again.` };
    return { problem: `${file} cannot be read: ${problem instanceof Error ? problem.message : String(problem)}` };
  }
}

type Placed = WordingFinding & { readonly line: number; readonly column: number };

/** Lines and columns count from 1. */
function placeAll(text: string, found: readonly WordingFinding[]): readonly Placed[] {
  return found.map((finding) => {
    const before = text.slice(0, finding.from).split('\n');
    return { ...finding, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  });
}

const toJson = ({ rule, level, line, column, text, why, rewrite }: Placed) => ({
  rule,
  level,
  line,
  column,
  text,
  why,
  rewrite,
});
