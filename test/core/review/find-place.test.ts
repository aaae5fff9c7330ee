import { expect, it } from 'vitest';
import { findPlace } from '#core/review/find-place.ts';

it.each([
  ['the first where none was named', ['G1', 'G2'], null, 0],
  ['the one that was named', ['G1', 'G2', 'G3'], 'G2', 1],
  ['the next, where the one named was withdrawn', ['G1', 'G3', 'G10'], 'G2', 1],
  ['the next by number, not by letter', ['G1', 'G8', 'G10'], 'G9', 2],
  ['the last, where the last was withdrawn', ['G1', 'G2'], 'G3', 1],
  ['the first place of an empty list', [], 'G1', 0],
])('A list of entries stands open at %s', (_, ids, name, at) => {
  expect(findPlace(ids, name)).toBe(at);
});
