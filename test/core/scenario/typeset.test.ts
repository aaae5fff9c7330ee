import { describe, expect, it } from 'vitest';
import { curlQuotes, keepNumbersWhole } from '#core/scenario/typeset.ts';

describe('Numbers that no line may part', () => {
  it.each([
    ['from 9 012 hosts.', 'from 9\u00A0012 hosts.'],
    ['2 268 577 rows      1.1 GB', '2\u00A0268\u00A0577 rows      1.1 GB'],
    ['(1 906 calls in 47 min)', '(1\u00A0906 calls in 47 min)'],
    ['my number is +1-555-0142.', 'my number is +1-\u2060555-\u20600142.'],
    ['call +44 20 7946 0958 or 555-0142', 'call +44\u00A020\u00A07946\u00A00958 or 555-\u20600142'],
  ])('%s', (text, set) => expect(keepNumbersWhole(text)).toBe(set));

  it.each([
    '12:44 370 tickets', // a time and a figure
    '10.0.0.1 200 OK',
    'Version 4.2.1 120 times',
    'lines  9  012', // lined up
    'item 12 of 34, 5678 9012',
    '2026-11-16, CVE-2026-1234, CB-1187, CHG-2291',
    'LT-PLAT-022 100', // the end of a name
    'port 8080-8081',
  ])('leaves %s', (text) => expect(keepNumbersWhole(text)).toBe(text));
});

describe('Quotation marks and apostrophes', () => {
  it.each([
    [`"Yes," said the CFO's aide.`, '“Yes,” said the CFO’s aide.'],
    [`macro 14 ("We are not aware`, 'macro 14 (“We are not aware'],
    [`of any incident"). It's "on".`, 'of any incident”). It’s “on”.'],
    [`"Who said 'no' to 'em?"`, '“Who said ‘no’ to ’em?”'],
    [`"'Never,' she wrote."`, '“‘Never,’ she wrote.”'],
    [`She wrote "call it 'done'"`, 'She wrote “call it ‘done’”'],
    [`'Tis since '26 and the '90s`, '’Tis since ’26 and the ’90s'],
    [`'tis the players' choice`, '’tis the players’ choice'],
    [`'In spring' it said`, '‘In spring’ it said'],
    [`customers' data and tonight's`, 'customers’ data and tonight’s'],
    [`a 24" screen, 6' high, 5'10" tall`, `a 24" screen, 6' high, 5'10" tall`],
    [`"Version 9.3.7" and "24"`, '“Version 9.3.7” and “24”'],
    [`["loud"] and {'soft'} —"so"`, '[“loud”] and {‘soft’} —“so”'],
    [`"wait—" he said`, '“wait—” he said'],
    [`ask "o'neil@mail.invalid"`, `ask “o'neil@mail.invalid”`],
    [`see https://a.invalid/o'b "now"`, `see https://a.invalid/o'b “now”`],
  ])('%s', (text, set) => expect(curlQuotes(text)).toBe(set));

  it.each([
    'u = directory.get_user("admin.k")',
    'for c in ["eu-1", "us-1"]: run(c)',
    '$ verify "agent" --policy \'release\'',
    '<b class="loud">',
    'run `echo "x"`',
    'צה"ל אמר',
    '“already” and ‘so’',
  ])('leaves %s', (text) => expect(curlQuotes(text)).toBe(text));

  it('goes line by line, so that code leaves the words beside it alone', () => {
    expect(curlQuotes('run("a")\n"so"')).toBe('run("a")\n“so”');
  });
});
