import { describe, expect, it } from 'vitest';
import { cutExcerpt } from '#core/scenario/cut-excerpt.ts';
import { findSubject } from '#core/scenario/finding-subject.ts';

const file = {
  injects: [{ id: 'A-010' }, { title: 'no id' }, { id: 'A-020' }, { id: 'A-010' }],
  objectives: [{ id: 'O1' }],
  contingency: [{ id: 'A-C1' }],
};

describe('A finding is about', () => {
  it.each([
    [['injects', 0, 'decision', 'owner'], { part: 'inject', id: 'A-010' }],
    [['injects', 3, 'id'], { part: 'inject', id: 'A-010', nth: 2 }],
    [['contingency', 0, 'trigger'], { part: 'contingency', id: 'A-C1' }],
    [['objectives', 0], { part: 'objective', id: 'O1' }],
    [['assumptions', 2], { part: 'story' }],
    [['injects', 1, 'title'], null],
    [['injects', 7], null],
    [['injects'], null],
    [['title'], null],
    [[], null],
    [['constructor', 0], null],
  ])('the part of the script its path leads to: %j', (path, subject) => {
    expect(findSubject(file, path)).toEqual(subject);
  });
});

describe('The lines around a place', () => {
  const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

  it('are three before and three after it', () => {
    expect(cutExcerpt(lines, 5, 1)).toEqual({ from: 2, lines: lines.slice(1, 8) });
  });

  it('end with the file, at both ends', () => {
    expect(cutExcerpt(lines, 1, 1)).toEqual({ from: 1, lines: lines.slice(0, 4) });
    expect(cutExcerpt(lines, 9, 1)).toEqual({ from: 6, lines: lines.slice(5) });
  });

  it('are none where the file has no such line', () => {
    expect(cutExcerpt([], 1, 1)).toBeNull();
    expect(cutExcerpt(lines, 10, 1)).toBeNull();
  });

  it('of endless lines show the column that is meant, all from the same column on', () => {
    const endless = `${'a'.repeat(500)}HERE${'b'.repeat(500)}`;
    const cut = cutExcerpt(['short', endless], 2, 501);
    expect(cut?.lines[0]).toBe('…');
    expect(cut?.lines[1]).toMatch(/^…a{79}HEREb+…$/);
    expect(cut?.lines[1]?.length).toBe(202);
    expect(cutExcerpt([endless], 1, 3)?.lines[0]).toBe(`${'a'.repeat(200)}…`);
  });
});
