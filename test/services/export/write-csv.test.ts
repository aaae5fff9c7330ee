import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCsv, writeLongCsv } from '#services/export/write-csv.ts';

const readBack = (csv: string) => papaparse.parse<string[]>(csv, { newline: '\r\n', skipEmptyLines: true }).data;
const cellOf = (cell: string) => readBack(writeCsv(['a', 'b'], [[cell, 'next']]))[1]?.[0];

describe('A cell of a CSV file', () => {
  test.each([
    ...['=1+1', '=cmd|" /C calc"!A0', '+1+1', '+49 30 901820', '-1+1', '-x', '@SUM(A1)', '=', '+', '-', '@'],
    ...['\t=1+1', '\r=1+1', '\n=1+1', '\t', '=HYPERLINK("https://x.example","y")', '-2+3+cmd', '+1-555-0142'],
    ...['\uFF1D1+1', '\uFF0B1', '\uFF0D1', '\uFF20SUM(A1)'],
  ])('that a spreadsheet would run, %j, begins with an apostrophe', (cell) => {
    expect(cellOf(cell)).toBe(`'${cell}`);
  });

  test.each([
    ...['-1', '+1', '-12.5', '+1,234.50', '2026-03-17', '2026-03-17T10:05:00+01:00', '09:05', '1=1', 'a@b.example'],
    ...[
      '',
      ' ',
      "'quoted",
      'a, b',
      'say "x"',
      'two\r\nlines',
      'a\nb',
      'a\rb',
      ' led and trailed ',
      '\uFEFFmark',
      '#14',
    ],
  ])('that is a number, a date or plain text, %j, stays as it is', (cell) => {
    expect(cellOf(cell)).toBe(cell);
  });
});

describe('A CSV file', () => {
  test('ends every row with CR LF and keeps its columns apart', () => {
    expect(writeCsv(['a', 'b'], [['1', 'x,y']])).toBe('a,b\r\n1,"x,y"\r\n');
  });

  test('of many rows is the same in pieces, as text and as bytes', () => {
    const rows = Array.from({ length: 2500 }, (_, at) => [String(at), at % 3 ? 'ä, €' : '=1']);
    const whole = `${papaparse.unparse([['a', 'b'], ...rows.map(([at, cell]) => [at, cell === '=1' ? "'=1" : cell])], { newline: '\r\n' })}\r\n`;
    expect(writeCsv(['a', 'b'], rows)).toBe(whole);
    expect(Buffer.from(writeLongCsv(['a', 'b'], rows)).toString('utf8')).toBe(whole);
  });

  test('without rows is its header', () => {
    expect(writeCsv(['a', 'b'], [])).toBe('a,b\r\n');
  });
});
