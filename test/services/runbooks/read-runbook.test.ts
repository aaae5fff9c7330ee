import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { largestRunbook, readRunbook } from '#services/runbooks/read-runbook.ts';
import { makeWordRunbook } from '../../support/word-runbook.ts';

const bytes = (...codes: readonly number[]) => Uint8Array.from(codes);
const text = (words: string) => new TextEncoder().encode(words);
const word = (body: string, more: Record<string, Uint8Array> = {}) => {
  const xml = `<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(xml), ...more });
};
const stepsOf = (name: string, content: Uint8Array) => {
  const read = readRunbook(name, content);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value.steps.map(({ step, text: own }) => [step, own]);
};

describe('A runbook file', () => {
  test('of Word gives the steps that Word counts and those numbered by hand', async () => {
    expect(stepsOf('rb.docx', await makeWordRunbook())).toEqual([
      ['1', 'Block sign-in.'],
      ['2', 'Revoke keys.'],
      ['2.1', 'Those of admins first.'],
      ['2.2', 'Then service accounts.'],
      ['3', 'Tell everybody.\nBy telephone.'],
      ['9', 'Write it down.'],
    ]);
  });

  test('of Word with open changes is read as if they were accepted, and that is said', () => {
    const body =
      '<w:p><w:r><w:t>4. Block </w:t></w:r><w:del><w:r><w:delText>one</w:delText><w:t>one</w:t></w:r></w:del><w:ins><w:r><w:t>all</w:t></w:r></w:ins></w:p>';
    expect(stepsOf('rb.docx', word(body))).toEqual([['4', 'Block all']]);
    const read = readRunbook('rb.docx', word(body));
    expect(read.ok && read.value.notices[0]).toContain('tracked changes that nobody accepted or rejected');
  });

  test('without a step is taken in, and that is said', () => {
    const read = readRunbook('rb.md', text('Only words.\n'));
    expect(read.ok && read.value.notices).toEqual([expect.stringContaining('No step was recognised in rb.md')]);
  });

  test.each([
    ['a PDF', 'rb.md', text('%PDF-1.7 …'), 'rb.md is a PDF.'],
    [
      'an encrypted Word file',
      'rb.docx',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
      'rb.docx is encrypted, or saved by a Word before 2007.',
    ],
    ['30 MB', 'rb.md', new Uint8Array(30_000_000).fill(65), 'rb.md has 30 MB; a runbook may have 10.'],
    ['a picture', 'rb.md', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'rb.md is a picture.'],
    ['nothing', 'rb.md', bytes(), 'rb.md is empty.'],
    ['white space', 'rb.md', text(' \n\n'), 'rb.md holds no text.'],
    ['Latin-1', 'rb.md', bytes(0x31, 0x2e, 0x20, 0xfc), 'rb.md is no text in UTF-8.'],
    ['UTF-16', 'rb.md', bytes(0xff, 0xfe, 0x31, 0), 'rb.md is text in UTF-16.'],
    ['bytes no text has', 'rb.md', bytes(0x31, 0, 0x32), 'rb.md holds bytes that no text has.'],
    [
      'a zip of something else',
      'rb.docx',
      zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
      'rb.docx is a zip and no Word file.',
    ],
    [
      'broken XML',
      'rb.docx',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:p>') }),
      'rb.docx is damaged: it cannot be read as a Word file.',
    ],
    [
      'half a Word file',
      'rb.docx',
      word('<w:p/>').slice(0, 40),
      'rb.docx is damaged: it cannot be read as a Word file.',
    ],
    ['macros', 'rb.docx', word('<w:p/>', { 'word/vbaProject.bin': bytes(1) }), 'rb.docx holds macros.'],
    ['a Word file without a word', 'rb.docx', word('<w:p/>'), 'rb.docx holds no text.'],
    ['text with the name of a Word file', 'rb.docx', text('1. Block\n'), 'rb.docx is named .docx and is no Word file.'],
  ])('that is %s is refused in words', (_, name, content, message) => {
    const read = readRunbook(name, content);
    expect(read.ok ? null : read.problem.message).toBe(message);
    expect(read.ok ? null : read.problem.hint).toMatch(/^Nothing was taken in; the register is as it was\. \S/);
  });

  test('that unpacks to more than a runbook can hold is refused before it is unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(41_000_000) }, { level: 1 });
    expect(bomb.length).toBeLessThan(largestRunbook);
    const read = readRunbook('rb.docx', bomb);
    expect(read.ok ? null : read.problem.message).toBe('rb.docx holds more text than a runbook can have.');
  });
});
