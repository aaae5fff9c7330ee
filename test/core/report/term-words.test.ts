import { expect, test } from 'vitest';
import { cutAtWord, listWords } from '#core/report/term-words.ts';

test.each([
  [[], ''],
  [['Legal'], 'Legal'],
  [['Legal', 'Security', 'HR'], 'Legal, Security and HR'],
  [['GDPR, tell the controller', 'Insurer notice'], 'GDPR, tell the controller; Insurer notice'],
])('A list is told so that each of it can be told from the next: %j', (words, told) => {
  expect(listWords(words)).toBe(told);
});

test.each([
  ['No customer data are affected', 'No customer data are affected'],
  ['No customer data are affected, the other 12 systems are', 'No customer data are affected …'],
  ['The letter covers personnel and not extortion demands', 'The letter covers personnel and …'],
  ['Acme: storage buckets without any lock at all', 'Acme: storage buckets without any …'],
  ['D3: isolate_everything_that_has_a_name_now', 'D3: isolate_everyt …'],
  ['Cut here: the count of all is open now', 'Cut here: the count of all is open …'],
])('What is cut ends with a clause where one ends near: %s', (words, told) => {
  expect(cutAtWord(words, 36)).toBe(told);
});
