import { describe, expect, it } from 'vitest';
import { splitLinedUp } from '#core/scenario/body-lines.ts';
import { listParagraphs, readChat, readLog, readProse, readSheet } from '#core/scenario/read-body.ts';
import { countdown, exerciseClock, ownerWords, setWords, weekdayTime } from '#renderer/parts/room/room-words.ts';
import { artefactOf, hostileTexts, listScriptArtefacts, wordsOf } from './pictures.ts';

const splitLines = (body: string) => splitLinedUp(body).map(({ lines }) => lines);
const readers = { readChat, readLog, readProse, readSheet, listParagraphs, splitLines };
const bodies = [...listScriptArtefacts().map(({ body }) => body ?? ''), ...Object.values(hostileTexts)];

/** Every string of the blocks in their order; what a block is called is not among its words. */
function wordsInside(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .filter(([name]) => name !== 'kind')
    .map(([, inner]) => wordsInside(inner))
    .join(' ');
}

describe('A body read for drawing', () => {
  it.each(Object.entries(readers))('loses and moves no word in %s', (_, read) => {
    for (const body of bodies) expect(wordsOf(wordsInside(read(body)))).toBe(wordsOf(body));
  });

  it('sees facts where label and value stand in pairs', () => {
    expect(readSheet('Account  svc_bi_export    Target   data warehouse')).toEqual([
      {
        kind: 'facts',
        facts: [
          { label: 'Account', value: 'svc_bi_export' },
          { label: 'Target', value: 'data warehouse' },
        ],
      },
    ]);
  });

  it('lets what is indented below a row or a fact go on with it, but never a line with its own time', () => {
    expect(readLog('02:24:10  COPY INTO stage\n          9 rows   1.1 GB\n          gz\n    02:31  DROP')).toEqual([
      { kind: 'row', time: '02:24:10', cells: ['COPY INTO stage'], more: ['9 rows   1.1 GB', 'gz'] },
      { kind: 'row', time: '02:31', cells: ['DROP'] },
    ]);
    expect(readSheet('    first\nIncludes  platform,\n          runbooks\nUser      admin.k')).toEqual([
      { kind: 'row', time: null, cells: ['first'] },
      {
        kind: 'facts',
        facts: [
          { label: 'Includes', value: 'platform, runbooks' },
          { label: 'User', value: 'admin.k' },
        ],
      },
    ]);
  });

  it('sees who says what in a chat', () => {
    expect(readChat('09:34  admin.k     morning all\nAnn: hello\nand more')).toEqual([
      { kind: 'said', time: '09:34', name: 'admin.k', lines: ['morning all'] },
      { kind: 'said', time: null, name: 'Ann', lines: ['hello', 'and more'] },
    ]);
  });

  it('takes the beginning of a sentence for no speaker', () => {
    expect(readChat('One shared secret is left: the integration user.')).toEqual([
      { kind: 'said', time: null, name: null, lines: ['One shared secret is left: the integration user.'] },
    ]);
  });

  it('keeps lined up lines together, with what is indented below them', () => {
    expect(
      splitLinedUp('Ticket 9    raised 11:14\n16:38  Odd, the call-back\n       number is not ours.\n\nWhat now?'),
    ).toEqual([
      {
        isLinedUp: true,
        lines: ['Ticket 9    raised 11:14', '16:38  Odd, the call-back', '       number is not ours.', ''],
      },
      { isLinedUp: false, lines: ['What now?'] },
    ]);
  });
});

describe('Words of the room', () => {
  it('writes both clocks and a countdown', () => {
    expect([weekdayTime('2026-02-17T09:05'), exerciseClock(77.9), countdown(4.33)]).toEqual([
      'Tue 09:05',
      '77 min',
      '4:20',
    ]);
    expect(countdown(-1)).toBe('0:00');
  });

  it('sets what people wrote, and leaves what machines and intruders wrote as it was typed', () => {
    const written = { subject: 'From 9 000 hosts', body: `"It's 9 012"` };
    const drawn = (channel: 'news_article' | 'log_extract' | 'ransom_note') =>
      setWords(artefactOf({ channel, ...written }));
    expect(drawn('news_article')).toMatchObject({ subject: 'From 9\u00A0000 hosts', body: '“It’s 9\u00A0012”' });
    for (const channel of ['log_extract', 'ransom_note'] as const)
      expect(drawn(channel).body).toBe(`"It's 9\u00A0012"`);
  });

  it('writes the owner of a decision in words', () => {
    expect([ownerWords('IC'), ownerWords('The board')]).toEqual(['Incident Commander', 'The board']);
  });
});
