import { describe, expect, it } from 'vitest';
import { checkText } from '#core/review/wording/check-text.ts';
import { matchNames } from '#core/review/wording/match-names.ts';
import { rewriteText } from '#core/review/wording/rewrite-text.ts';
import { wordingRules } from '#core/review/wording/wording-rules.ts';
import type { WritingField } from '#core/review/wording/writing-fields.ts';

const names = matchNames([{ name: 'Priya Nair', called: 'the scribe' }]);

function rewriteFirst(text: string, field: WritingField = 'body') {
  const [found] = checkText(text, field, names);
  return found ? rewriteText(text, found, 'T+41') : null;
}

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

describe('A rewrite at one key', () => {
  it.each([
    ['Obviously the plan was old.', 'The plan was old.'],
    ['The plan was, of course, old.', 'The plan was, old.'],
    ['It was old, obviously', 'It was old'],
    ['Priya Nair asked for the logs.', 'The scribe asked for the logs.'],
    ['Then Priya asked for the logs.', 'Then the scribe asked for the logs.'],
    ['The root cause was the key.', 'The contributing factors were the key.'],
    [
      'It broke. The analyst should have called at T+14.5 already. Then it held.',
      'It broke. At T+41 the information available was ‹what was known›; the action taken was ‹what was done›. Then it held.',
    ],
    [
      'It was theirs.\nA lack of attention\nNext line',
      'It was theirs.\n‹Cue, training, tool or time› was missing.\nNext line',
    ],
    ['He ignored it.', '‹role› ignored it.'],
  ])('turns “%s” into “%s”', (text, rewritten) => {
    expect(rewriteFirst(text)?.text).toBe(rewritten);
  });

  it.each([
    [
      'The Incident Commander was too slow and Priya Nair failed to read the alert.',
      '‹Decision or step› took ‹minutes› min against a target of ‹minutes›. Priya Nair failed to read the alert.',
    ],
    [
      'The alert came at 09:14, but the team panicked and the logs were lost',
      'The alert came at 09:14. ‹Decision or step› took ‹minutes› min against a target of ‹minutes›. The logs were lost',
    ],
    [
      'When the alert came, the analyst should have called, because the page was red.',
      'When the alert came, at T+41 the information available was ‹what was known›; the action taken was ‹what was done›. The page was red.',
    ],
    ['It was human error, which cost us the logs.', /because ‹condition›, which cost us the logs\.$/],
    ['The team was too slow and called Legal at ten.', /of ‹minutes›\. ‹Who› called Legal at ten\.$/],
    ['The analyst and the engineer should have called Legal and Support.', /^At T\+41 .* was ‹what was done›\.$/],
    ['The note “it broke and we lost it” came from human error.', /^‹System or arrangement› [^“]*$/],
  ])('keeps what else the sentence says: “%s”', (text, rewritten) => {
    expect(rewriteFirst(text)?.text).toMatch(
      typeof rewritten === 'string' ? new RegExp(`^${literally(rewritten)}$`) : rewritten,
    );
  });

  it('starts an action with a verb that ends', () => {
    const rewritten = rewriteFirst('Improve logging', 'action');
    expect(rewritten?.text).toBe('‹Enable, remove, add or rehearse› logging');
    expect(rewritten?.text.slice(...(rewritten?.select ?? []))).toBe('‹Enable, remove, add or rehearse›');
  });

  it('leaves blanks that are found until they are filled in', () => {
    const rewritten = rewriteFirst('The analyst should have called.');
    expect(checkText(rewritten?.text ?? '', 'body').map(({ rule, level }) => [rule, level])).toEqual([
      ['blank', 'error'],
      ['blank', 'error'],
    ]);
  });

  it('is there for every rule but luck, which stays, and for what is claimed in letters, which Muster does not hold', () => {
    const finding = {
      level: 'error',
      from: 0,
      to: 3,
      text: 'abc',
      why: '',
      rewrite: 'Use the role: “the scribe”.',
    } as const;
    const inRecords = wordingRules.filter(({ fields }) => fields.some((field) => field !== 'external'));
    const without = inRecords.filter(({ id }) => rewriteText('abc def', { ...finding, rule: id }, 'T+1') === null);
    expect(without.map(({ id }) => id)).toEqual(['BL-19']);
  });

  it('never brings in words that a rule finds', () => {
    const finding = {
      level: 'error',
      from: 0,
      to: 3,
      text: 'abc',
      why: '',
      rewrite: 'Use the role: “the scribe”.',
    } as const;
    for (const { id, fields } of wordingRules) {
      const said = rewriteText('abc', { ...finding, rule: id }, 'T+1')?.text.replaceAll(/[‹›]/g, '') ?? '';
      for (const field of fields) expect([id, checkText(said, field)]).toEqual([id, []]);
    }
  });
});
