import { describe, expect, test } from 'vitest';
import { mostNotes, readNotes } from '#core/captures/read-notes.ts';
import { end, minute, pause, played, release, resume, sampleSetup } from '../../support/play.ts';

/** From 10:00 to 10:30 in Berlin, of which 10:10 to 10:15 was a pause. */
const state = played([0, release('Q1-010')], [10, pause], [15, resume]);
const read = (pasted: string, of = state) => readNotes(of, pasted, minute(30));
const short = (pasted: string, of = state) =>
  read(pasted, of).map(({ minute: at, letter, text, by, problem }) => [at, letter, text, by, problem]);

describe('A scribe’s notes', () => {
  test('are read a line each: time of day or exercise minute, letter or word, words, and who', () => {
    expect(sampleSetup.organisation.time_zone).toBe('Europe/Berlin');
    expect(
      short(
        '10:04 D declare P1 – IC\n\n10.06 G: no list of deputies (Legal)\nT+7 parked works council - LEGAL\nT+12 A write the list',
      ),
    ).toEqual([
      [4, 'D', 'declare P1', 'IC', null],
      [6, 'G', 'no list of deputies', 'LEGAL', null],
      [7, 'P', 'works council', 'LEGAL', null],
      [12, 'A', 'write the list', null, null],
    ]);
  });

  test('keep the time they were taken, also behind a pause, and the line they stood on', () => {
    const [before, behind] = read('10:09 O quiet\nnothing\n10:20 O loud');
    expect([before?.m, before?.line]).toEqual([minute(9), 1]);
    const loud = read('10:09 O quiet\n\n10:20 O loud').at(-1);
    expect([loud?.m, loud?.minute, loud?.line]).toEqual([minute(20), 15, 3]);
    expect(behind?.taken.join()).toContain('No time: that of the line before.');
  });

  test('without a letter are observations, and a sentence that begins with a small a is no action', () => {
    expect(short('10:04 a customer calls - nobody answers')).toEqual([
      [4, 'O', 'a customer calls - nobody answers', null, null],
    ]);
  });

  test('answer a decision of the script by its id, as the rules allow', () => {
    const [known, unknown] = read('10:04 D1 Declare – IC\n10:05 D9 Nothing – IC');
    expect(known?.command).toMatchObject({ type: 'record_decision', decision: 'D1', choice: 'Declare', by: 'IC' });
    expect(unknown?.problem).toContain('There is no such decision: D9');
  });

  test.each([
    ['without any time', 'O quiet', 'No time stands before it'],
    ['outside the exercise', '09:14 O quiet', '09:14 lies outside the exercise, which went from 10:00 to 10:30'],
    ['of no time of day', '25:10 O quiet', '25:10 is no time of day'],
    ['behind the end', 'T+400 O quiet', 'T+400 lies behind the end'],
    ['without words', '10:04 G', 'Nothing is written after the time'],
    ['with nothing but who said it', '10:04 D – IC', 'Nothing is written after the time'],
  ])('%s say what is wrong and are not recorded', (_, pasted, why) => {
    const [note] = read(pasted);
    expect(note?.problem).toContain(why);
    expect(note?.command).toBeNull();
  });

  test('pasted twice are recorded once', () => {
    const once = played([0, release('Q1-010')], [4, { type: 'record_observation', kind: 'fact', text: 'quiet' }]);
    expect(read('10:04 O quiet', once)[0]?.problem).toBe('It stands there already, at T+4.');
  });

  test('after the end keep a decision as an observation', () => {
    const over = played([0, release('Q1-010')], [20, end]);
    const [note] = readNotes(over, '10:04 D declare P1 – IC', minute(20));
    expect(note?.command).toEqual({ type: 'record_observation', kind: 'fact', text: 'Decision: declare P1', by: 'IC' });
    expect(note?.problem).toBeNull();
  });

  test('are placed at a moment between two milliseconds too', () => {
    const [note] = readNotes(state, '10:29 O quiet', minute(30) + 0.3);
    expect([note?.problem, note?.m]).toEqual([null, minute(29)]);
    expect(readNotes(state, '09:14 O quiet', minute(30) + 0.3)[0]?.problem).toContain('from 10:00 to 10:30');
  });

  test('of a time behind the end are outside, however long ago that is', () => {
    const over = played([0, release('Q1-010')], [20, end]);
    const [note] = readNotes(over, '10:45 O late', minute(90));
    expect(note?.problem).toContain('10:45 lies outside the exercise, which went from 10:00 to 10:20');
  });

  test('of four hundred lines are all read, and of thousands the first', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `10:04 O line ${at}`).join('\n');
    expect(read(lines(400)).filter(({ problem }) => problem === null)).toHaveLength(400);
    expect(read(lines(mostNotes + 50))).toHaveLength(mostNotes);
  });
});
