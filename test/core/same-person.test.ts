import { expect, it } from 'vitest';
import { isLikelySamePerson, mayBeSamePerson } from '#core/same-person.ts';

it.each([
  'Ana MEYER',
  'meyer.ana',
  'ana.meyer@example.com',
  'Ana Meyer (CISO)',
  'Meyer, Ana',
  'A. Meyer',
  'Meyer',
  'Ána Meyér',
])('Whoever is written %s is Ana Meyer', (written) => {
  expect(mayBeSamePerson('Ana Meyer', written)).toBe(true);
  expect(mayBeSamePerson(written, 'ana.meyer')).toBe(true);
});

it.each([
  ['ana.meyer@example.com', 'tom.meyer@example.com'],
  ['Ana Meyer', 'B. Meyer'],
  ['Ana Meyer', 'Ana Berg'],
  ['A. M.', 'Ana Meyer'],
  ['(CISO)', '(CTO)'],
])('%s and %s are two, also where they share a name or a house', (one, other) => {
  expect(mayBeSamePerson(one, other)).toBe(false);
});

it('A shortened name is somebody else where a flag would accuse', () => {
  expect(isLikelySamePerson('Meyer, Ána', 'ana.meyer@example.com')).toBe(true);
  expect(isLikelySamePerson('Meyer', 'Ana Meyer')).toBe(false);
});
