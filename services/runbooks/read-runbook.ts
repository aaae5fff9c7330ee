import { unzipSync } from 'fflate';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { readMarkdownSteps } from '#core/runbooks/read-markdown-steps.ts';
import { readWordSteps } from '#core/runbooks/read-word-steps.ts';
import type { Step } from '#core/runbooks/step.ts';
import { readWordParagraphs } from './read-word-paragraphs.ts';

export const largestRunbook = 10_000_000;
/** A zip may say little and hold much. */
const largestPart = 40_000_000;

export type ReadRunbook = {
  readonly kind: 'markdown' | 'word';
  readonly extension: 'md' | 'docx';
  /** Of Markdown. */
  readonly text: string | null;
  readonly steps: readonly Step[];
  readonly notices: readonly string[];
};

/** Text and steps of a runbook file, or why it cannot be one. Told by its bytes: a name may say anything. */
export function readRunbook(name: string, bytes: Uint8Array): Outcome<ReadRunbook> {
  if (bytes.length === 0) return refuse(name, 'is empty', 'Choose the file that holds the runbook’s text.');
  if (bytes.length > largestRunbook) return refuseLarge(name, bytes.length);
  const other = otherKinds.find(({ starts }) => starts.some((start) => startsWith(bytes, start)));
  if (other) return refuse(name, other.what, other.hint);
  if (isUnmarkedUtf16(bytes)) return refuse(name, inUtf16.what, inUtf16.hint);
  return startsWith(bytes, 'PK\u0003\u0004') ? readWord(name, bytes) : readMarkdown(name, bytes);
}

export function refuseLarge(name: string, size: number): Outcome<never> {
  const what = `has ${Math.ceil(size / 1_000_000)} MB; a runbook may have 10`;
  return refuse(name, what, 'Take pictures out of it, or save it as Markdown.');
}

const saveAsWord = 'Save it as Word (.docx) or Markdown (.md), then take that in.';

const inUtf16 = { what: 'is text in UTF-16', hint: 'Save it as UTF-8.' };

const otherKinds = [
  { starts: ['%PDF'], what: 'is a PDF', hint: 'Take in the Word or Markdown file it was made from.' },
  {
    starts: ['\u00D0\u00CF\u0011\u00E0'],
    what: 'is encrypted, or saved by a Word before 2007',
    hint: 'Open it in Word, take the password away, and save it as .docx.',
  },
  {
    starts: ['\u0089PNG', '\u00FF\u00D8\u00FF', 'GIF8', 'RIFF', 'BM', 'II*', 'MM\u0000*'],
    what: 'is a picture',
    hint: saveAsWord,
  },
  { starts: ['{\\rtf'], what: 'is RTF', hint: saveAsWord },
  { starts: ['\u00FF\u00FE', '\u00FE\u00FF'], ...inUtf16 },
];

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

/** Latin letters have a zero in every second byte, always on the same side. */
function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 2_000);
  const zeros = [0, 1].map((side) => start.filter((byte, at) => at % 2 === side && byte === 0).length);
  const [fewer = 0, more = 0] = zeros.toSorted((a, b) => a - b);
  return bytes.length % 2 === 0 && fewer === 0 && more > start.length / 4;
}

function readMarkdown(name: string, bytes: Uint8Array): Outcome<ReadRunbook> {
  if (/\.docx$/i.test(name)) return refuse(name, 'is named .docx and is no Word file', saveAsWord);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(name, 'is no text in UTF-8', 'Save it as UTF-8, or as Word (.docx).');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a text does not hold
  if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text))
    return refuse(name, 'holds bytes that no text has', saveAsWord);
  if (/^\s*(<!doctype html|<html)/i.test(text)) return refuse(name, 'is a web page', saveAsWord);
  if (text.trim() === '') return refuse(name, 'holds no text', 'Choose the file that holds the runbook’s text.');
  const steps = readMarkdownSteps(text);
  const notices = [...tellPlain(name), ...tellNoSteps(name, steps)];
  return succeed({ kind: 'markdown', extension: 'md', text, steps, notices });
}

const partNames = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml', 'word/vbaProject.bin']);

function readWord(name: string, bytes: Uint8Array): Outcome<ReadRunbook> {
  let isTooLarge = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name: part, originalSize }) => {
        if (!partNames.has(part)) return false;
        isTooLarge ||= originalSize > largestPart;
        return originalSize <= largestPart;
      },
    });
    if (isTooLarge) return refuse(name, 'holds more text than a runbook can have', 'Split it into several runbooks.');
    if (parts['word/vbaProject.bin']) return refuse(name, 'holds macros', 'Save it as .docx, which has none.');
    if (!parts['word/document.xml']) return refuse(name, 'is a zip and no Word file', saveAsWord);
    const decode = new TextDecoder('utf-8', { fatal: true });
    const texts = new Map(Object.entries(parts).map(([part, content]) => [part, decode.decode(content)]));
    const { paragraphs, hasOpenChanges } = readWordParagraphs(texts);
    if (paragraphs.every(({ text }) => text.trim() === '')) return refuse(name, 'holds no text', saveAsWord);
    const steps = readWordSteps(paragraphs);
    const open = hasOpenChanges
      ? [`${name} holds tracked changes that nobody accepted or rejected; its steps were read as if all were accepted.`]
      : [];
    return succeed({
      kind: 'word',
      extension: 'docx',
      text: null,
      steps,
      notices: [...open, ...tellNoSteps(name, steps)],
    });
  } catch {
    return refuse(name, 'is damaged: it cannot be read as a Word file', 'Open it in Word and save it again.');
  }
}

function tellPlain(name: string): readonly string[] {
  return /\.te?xt$/i.test(name) ? [`${name} is plain text; it was taken in as Markdown (.md), word for word.`] : [];
}

function tellNoSteps(name: string, steps: readonly Step[]): readonly string[] {
  if (steps.length > 0) return [];
  return [
    `No step was recognised in ${name}: number its headings, lists or paragraphs, such as “4.2 Revoke keys”. It was taken in as it is.`,
  ];
}

function refuse(name: string, what: string, hint: string): Outcome<never> {
  return fail({
    code: 'runbook_not_readable',
    message: `${name} ${what}.`,
    hint: `Nothing was taken in; the register is as it was. ${hint}`,
  });
}
