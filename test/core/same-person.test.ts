import { expect, it } from 'vitest';
import { isLikelySamePerson } from '#core/same-person.ts';

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
  expect(isLikelySamePerson('Ana Meyer', written)).toBe(true);
  expect(isLikelySamePerson(written, 'ana.meyer')).toBe(true);
});

it.each([
  ['ana.meyer@example.com', 'tom.meyer@example.com'],
  ['Ana Meyer', 'B. Meyer'],
  ['Ana Meyer', 'Ana Berg'],
  ['A. M.', 'Ana Meyer'],
  ['(CISO)', '(CTO)'],
])('%s and %s are two, also where they share a name or a house', (one, other) => {
  expect(isLikelySamePerson(one, other)).toBe(false);
});
