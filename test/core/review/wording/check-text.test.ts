import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkText } from '#core/review/wording/check-text.ts';
import { matchNames } from '#core/review/wording/match-names.ts';
import rules from '#core/review/wording/rules.json' with { type: 'json' };
import { wordingRules } from '#core/review/wording/wording-rules.ts';
import { writingFields } from '#core/review/wording/writing-fields.ts';

const file = join(import.meta.dirname, '../../../fixtures/acceptance/blameless_lint.json');
const acceptance = z
  .object({
    rules: z.array(z.unknown()),
    cases: z.array(
      z.object({
        field: z.enum(writingFields),
        text: z.string(),
        roster: z.array(z.string()).default([]),
        expect: z.array(z.string()),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const rulesIn = (text: string, field: (typeof writingFields)[number] = 'body', roster: readonly string[] = []) => [
  ...new Set(
    checkText(text, field, matchNames(roster.map((name) => ({ name, called: 'the Incident Commander' })))).map(
      ({ rule }) => rule,
    ),
  ),
];

describe('Blameless wording', () => {
  it('has the rules of the acceptance data, word for word', () => {
    expect(rules.rules).toEqual(acceptance.rules);
  });

  it.each(acceptance.cases)('finds in “$text” $expect', ({ field, text, roster, expect: expected }) => {
    expect(rulesIn(text, field, roster).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['BL-10', 'At that point he ignored the second page.'],
    ['BL-14', 'The cause was a lack of attention during the night shift.'],
    ['BL-15', 'An employee clicked the malicious link in the message.'],
    ['BL-18', 'Complacency after the last audit played a part.'],
    ['BL-20', 'The night shift was the weakest link.'],
    ['BL-21', 'The case goes to a disciplinary hearing.'],
    ['BL-22', 'Two untrained colleagues answered the phone.'],
  ])('finds %s, for which the data has no sentence, in “%s”', (rule, text) => {
    expect(rulesIn(text)).toEqual([rule]);
  });

  it('has found every one of its rules by then', () => {
    const proven = [
      ...acceptance.cases.flatMap(({ expect: found }) => found),
      ...['BL-10', 'BL-14', 'BL-15', 'BL-18', 'BL-20', 'BL-21', 'BL-22'],
    ];
    const ids = wordingRules.map(({ id }) => id).filter((id) => id.startsWith('BL')); // claims have a file of their own
    expect(ids.filter((id) => !proven.includes(id))).toEqual([]);
  });
});

describe('A sentence whose subject is no person', () => {
  it.each([
    'The attacker failed to reach the vault.',
    'The team saw that the attacker failed to log in.',
    'The user account should have been disabled.',
    'The admin console should have asked twice.',
    'The backup agent failed to start.',
    'The password manager failed to lock.',
    'The malicious insider failed to cover the traces.',
    'The support ticket should have been linked.',
    'The engineer’s laptop failed to boot.',
    'The mail filter ignored the alert.',
    'The service froze and the job took too long.',
    'The expired token was responsible for the outage.',
    'The detection model is untrained.',
    'The script violated the policy.',
    'The operator should have the phone list at hand.',
    'The adversary was reckless and careless.',
  ])('passes: %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each([
    ['The analyst at the console should have called.', 'BL-02'],
    ['The engineer with the laptop failed to call.', 'BL-03'],
    ['The engineer, who had the alert, ignored the alert.', 'BL-11'],
    ['Somebody ignored the warning.', 'BL-11'],
    ['The people on shift froze.', 'BL-17'],
    ['Priya Nair’s team was at fault.', 'BL-05'],
  ])('but not one that only mentions a thing: %s', (text, rule) => {
    expect(rulesIn(text)).toContain(rule);
  });
});

describe('Ways of saying it that the table leaves out', () => {
  it.each([
    ['The analyst should never have opened it.', 'BL-02', 'analyst should never have'],
    ['The analyst shouldn’t have opened it.', 'BL-02', 'analyst shouldn’t have'],
    ['I should have called.', 'BL-02', 'I should have'],
    ['People should have called.', 'BL-02', 'People should have'],
    ['The night shift should at least have asked.', 'BL-02', 'night shift should at least have'],
    ['Management failed to decide.', 'BL-03', 'Management failed to'],
    ['The night shift failed to read the page.', 'BL-03', 'night shift failed to'],
    ['Our service desk forgot to call back.', 'BL-03', 'service desk forgot to'],
    ['In the end the management failed.', 'BL-03', 'management failed'],
    ['The night shift simply failed us.', 'BL-03', 'night shift simply failed'],
    ['Why did management wait?', 'BL-07', 'Why did management'],
    ['SEC failed to escalate.', 'BL-03', 'SEC failed to'],
    ['Then the lawyer forgot to call.', 'BL-03', 'lawyer forgot to'],
    ['Support dropped the ball.', 'BL-05', 'dropped the ball'],
    ['It was the sponsor’s mistake.', 'BL-05', 'sponsor’s mistake'],
    ['Legal saw the letter and chose to ignore it.', 'BL-11', 'chose to ignore'],
    ['If only the team had been trained.', 'BL-02', 'If only the team had'],
    ['Support broke the law.', 'BL-12', 'broke the law'],
  ])('are found: %s', (text, rule, words) => {
    expect(checkText(text, 'body').find((one) => one.rule === rule)?.text).toBe(words);
  });

  it.each([
    'Identity management failed to answer.',
    'Up to 400 employees could have been reached.',
    '14 users failed to sign in because the provider was down.',
    'The team failed over to the second site.',
    'The EDR agent failed.',
    'Comms failed for ten minutes.',
    'The service desk tool failed to open.',
    'Appendix I should have the list.',
    'The mail security gateway failed to start after 30 sec.',
    'The security checks failed to run.',
    'If only the log had been kept.',
    'The mail filter dropped the ball.',
    'The team decided to dismiss no option and to ignore the ransom note.',
  ])('and what only sounds like it passes: %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });
});

describe('Letters that look like others, or that nobody sees', () => {
  it.each([
    ['The admin was c\u0430reless.', 'BL-04', 'c\u0430reless'],
    ['The admin was carele\u200Bss.', 'BL-04', 'carele\u200Bss'],
    ['The admin was care\u00ADless here.', 'BL-04', 'care\u00ADless'],
    ['The admin was nеgligеnt.', 'BL-04', 'nеgligеnt'],
    ['The engineer f\u03B1iled to check.', 'BL-03', 'engineer f\u03B1iled to'],
    ['It was ｈｕｍａｎ ｅｒｒｏｒ again.', 'BL-01', 'ｈｕｍａｎ ｅｒｒｏｒ'],
  ])('hide nothing, and the words are told as they stand: %s', (text, rule, words) => {
    const [found] = checkText(text, 'body').filter((one) => one.rule === rule);
    expect(found?.text).toBe(words);
    expect(text.slice(found?.from, found?.to)).toBe(words);
  });

  it('leave words of another script and their marks alone', () => {
    expect(rulesIn('Сотрудник не позвонил. Ο αναλυτής δεν κάλεσε.')).toEqual([]);
    expect(rulesIn('علی‌رضا پرسید', 'body', ['علی‌رضا'])).toEqual(['BL-08']);
    expect(rulesIn('Then Pri\u200Bya asked.', 'body', ['Priya Nair'])).toEqual(['BL-08']);
  });
});

describe('An error that a program answers', () => {
  it.each([
    'The gateway answered user error 400 twice.',
    'The API returned a user error.',
    'An HTTP user error (409) came back.',
    'The page shows “retry” after a user error code.',
    'User errors: 4xx 12, 5xx 3.',
  ])('is no cause: %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each(['It was user error.', 'Human error led to the outage.', 'The report says user error, 400 times.'])(
    'but one of people is: %s',
    (text) => {
      expect(rulesIn(text)).toEqual(['BL-01']);
    },
  );
});

describe('Quotations and code', () => {
  it.each([
    'The message read “you failed to pay, this is your fault”.',
    'The note said "the admin was careless".',
    'The log shows `user error` three times.',
    '> The analyst should have escalated.',
    'Der Brief sagt „human error“.',
    "The note said 'the admin was careless'.",
    'The note said ‘don’t call, the admin was careless’.',
  ])('pass, because nobody can rewrite them: %s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it('do not hide what stands beside them', () => {
    const [found] = checkText('“It broke”, but the analyst should have escalated.', 'body');
    expect(found).toMatchObject({ rule: 'BL-02', from: 20, text: 'analyst should have' });
    expect(rulesIn("The engineers' laptops were late and the admin was careless in the users' eyes.")).toEqual([
      'BL-04',
    ]);
  });
});

describe('Marks of Markdown', () => {
  it('hide nothing', () => {
    expect(rulesIn('The engineer **failed to** check.')).toEqual(['BL-03']);
    expect(rulesIn('It was _obviously_ late.')).toEqual(['BL-06']);
  });
});

describe('Names of those who took part', () => {
  it('are found in what customers read too', () => {
    expect(rulesIn('Priya Nair led it.', 'external', ['Priya Nair'])).toEqual(['BL-08']);
  });

  it.each([
    ['Priya asked for the logs.', ['Priya Nair'], true],
    ['then priya deleted the table.', ['Priya Nair'], true],
    ['Nair’s question came late.', ['Priya Nair'], true],
    ['The plan will mark the place.', ['Will Mark'], false],
    ['Then Will Mark asked.', ['Will Mark'], true],
    ['It was late, and Mark asked.', ['Will Mark'], true],
    ['It was late. Will it hold?', ['Will Mark'], false],
    ['The day in May was known.', ['Li May'], false],
    ['Jürgen Groß fragte nach.', ['Jürgen Groß'], true],
    ['Großhandel meldete sich.', ['Jürgen Groß'], false],
    ['سأل أحمد الخطيب عن السجل', ['أحمد الخطيب'], true],
    ['The maximum was reached.', ['Max Imum'], false],
    ['Then Anne-Marie Duval asked.', ['Anne-Marie Duval'], true],
    ['Then Anne-Marie asked.', ['Anne-Marie Duval'], true],
    ['Then Saint-Just asked.', ['J. Saint-Just'], true],
  ])('are found as whole names and as parts that can only be a name: %s', (text, roster, isFound) => {
    expect(rulesIn(text, 'body', roster)).toEqual(isFound ? ['BL-08'] : []);
  });

  it.each(["O'Brien-Kay", 'Ann–Marie Łoś (ext.)', 'A/B [Y] {Z} +1 50% #2 ^$', 'C\\D \\d+ \\p{L}', '--- ~!@=<>:;,"`'])(
    'are taken letter by letter, whatever stands in a name: %s',
    (name) => {
      expect(rulesIn(`Then ${name} asked.`, 'body', [name])).toContain('BL-08');
      expect(rulesIn('Then the log was read.', 'body', [name])).toEqual([]);
    },
  );

  it.each([
    ['Weber lost the logs.', ['Jonas Weber'], ['BL-08']],
    ["Weber's mistake cost us the logs.", ['Jonas Weber'], ['BL-08', 'BL-05']],
    ['it was weber’s laptop.', ['Jonas Weber'], ['BL-08']],
    ['Mark’s laptop was late.', ['Mark Ilves'], ['BL-08']],
    ['Mark forgot the key.', ['Mark Ilves'], ['BL-08']],
    ['Power failed at nine. Power was back at ten.', ['Ana Power'], []],
  ])('at the start of a sentence too, where they are no everyday word there: %s', (text, roster, expected) => {
    expect(rulesIn(text, 'body', roster).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['Priya Raman failed to read the alert.', 'BL-03', 'Priya Raman failed to'],
    ['Then Priya should have called.', 'BL-02', 'Priya should have'],
    ['Why did Priya wait?', 'BL-07', 'Why did Priya'],
  ])('are people in every other rule: %s', (text, rule, words) => {
    const names = matchNames([{ name: 'Priya Raman', called: 'the scribe' }]);
    expect(checkText(text, 'body', names).find((one) => one.rule === rule)?.text).toBe(words);
    expect(checkText('Priya’s laptop failed to start.', 'body', names).map(({ rule: id }) => id)).toEqual(['BL-08']);
  });

  it('are one finding, not one for each part', () => {
    expect(
      checkText('Priya Nair asked.', 'body', matchNames([{ name: 'Priya Nair', called: 'the scribe' }])),
    ).toHaveLength(1);
  });
});
