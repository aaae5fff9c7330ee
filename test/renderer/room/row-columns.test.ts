import { describe, expect, it } from 'vitest';
import { isTalk, readChat, readProse, readSheet } from '#core/scenario/read-body.ts';
import { alignRows, groupRows } from '#core/scenario/row-columns.ts';
import { dropNumber, findRaised } from '#core/scenario/ticket-words.ts';
import { listScriptArtefacts, wordsOf } from './pictures.ts';

const rowsOf = (body: string) =>
  groupRows(readSheet(body)).flatMap((stretch) => ('rows' in stretch ? stretch.rows : []));
const align = (...lines: string[]) => alignRows(rowsOf(lines.join('\n')));

describe('Rows below one another', () => {
  it('lose and move no word in their columns', () => {
    for (const { body } of listScriptArtefacts()) {
      for (const stretch of groupRows(readSheet(body ?? ''))) {
        if (!('rows' in stretch)) continue;
        const aligned = alignRows(stretch.rows);
        for (const [at, { cells }] of stretch.rows.entries()) {
          const parts = aligned?.parts[at];
          if (parts) expect(wordsOf([...parts.words, parts.closing ?? ''].join(' '))).toBe(wordsOf(cells.join(' ')));
        }
      }
    }
  });

  it('have their figures in one column, whatever stands behind some of them', () => {
    const aligned = align(
      'Pulls of it   1 906',
      'Accounts   212   of 1 480 active ones',
      'Mirrors   41   hosts not visible to us',
      'Among them: A',
    );
    expect(aligned?.columns.isFigure).toEqual([false, true, false]);
    expect(aligned?.columns.closing).toBeNull();
    expect(aligned?.parts[3]).toBeNull();
  });

  it('close with a state or a name where most of them do, a longer one too', () => {
    const parts = align(
      '15:02  Retention   by infra',
      '15:03  Points   vault A',
      '17:16  Refused   infra-admin (6 times)',
    )?.parts;
    expect(parts?.map((part) => part?.closing)).toEqual(['by infra', 'vault A', 'infra-admin (6 times)']);
    const other = align(
      '11:02  eu-west  deletion protection off',
      '11:58  eu  Delete  OK',
      '11:59  eu  Delete  OK',
    )?.parts;
    expect(other?.map((part) => part?.closing)).toEqual([null, 'OK', 'OK']);
  });

  it('put what only one of them has into the column of the others', () => {
    expect(
      align('API   rate   60%   (16:55 / 16:59 / 17:03)', 'Writer   OFFLINE   volumes unmounted')?.parts[0]?.words,
    ).toHaveLength(3);
  });

  it('stand apart from a listing among them', () => {
    const stretches = groupRows(readSheet('fn-07   eu-west\n  1  u = get("k")\n  2  exit(0)\nI tested it.'));
    expect(stretches.map((stretch) => 'rows' in stretch && stretch.rows.length)).toEqual([1, 2, 1]);
  });
});

describe('A chat', () => {
  it('is a talk where its messages carry names and times', () => {
    expect(isTalk(readChat('17:31  (message deleted by author)\n17:31  analyst-2   who was that'))).toBe(true);
    expect(isTalk(readChat('Hi, one shared secret is left.\n11:40 was the time'))).toBe(false);
  });
});

describe('A ticket', () => {
  it('was raised when it says so, else with its first line', () => {
    expect(findRaised('Ticket 9   raised 11:14\n12:00  Called')).toBe('11:14');
    expect(findRaised('SD-1   closed 11:34\n11:20  Call')).toBe('11:20');
    expect(findRaised('Is it true?')).toBeNull();
  });

  it('says its number once', () => {
    expect(dropNumber('SD-48817: MFA reset', 'SD-48817    status: closed')).toBe('MFA reset');
    expect(dropNumber('P1: your Agent', 'Ticket 90    raised 11:14')).toBe('P1: your Agent');
    expect(readProse('SD-48817    status: closed')).toHaveLength(1);
  });
});
