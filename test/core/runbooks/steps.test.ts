import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '#core/runbooks/apply-changes.ts';
import { readMarkdownSteps } from '#core/runbooks/read-markdown-steps.ts';
import { readWordSteps } from '#core/runbooks/read-word-steps.ts';
import { bareStep, findStep } from '#core/runbooks/step.ts';

const stepsOf = (text: string) => Object.fromEntries(readMarkdownSteps(text).map(({ step, text: own }) => [step, own]));
const change = (fields: object) => ({ change: 'RC-1', runbook: 'RB-03', type: 'change' as const, ...fields });

describe('The steps of a Markdown runbook', () => {
  test.each([
    ['a numbered list', '1. Block sign-in.\n2. Revoke keys.\n', { 1: 'Block sign-in.', 2: 'Revoke keys.' }],
    ['headings', '## 4. Contain\nBlock it.\n## Step 5: Tell\n', { 4: 'Contain\nBlock it.', 5: 'Tell' }],
    ['headings without a sign', '# RB-03\n## 4 Contain\n### 4.2 Keys\n', { 4: 'Contain', 4.2: 'Keys' }],
    [
      'lines',
      'Step 4: Block it.\n\n4.2 Revoke keys\nof everybody.\n',
      { 4: 'Block it.', 4.2: 'Revoke keys\nof everybody.' },
    ],
    ['bold numbers', '**Step 4:** Block it.\n\n**5.** Tell.\n', { 4: 'Block it.', 5: 'Tell.' }],
    [
      'a list in a list',
      '4. Block\n   1. accounts\n   2. keys\n5. Tell\n',
      { 4: 'Block', 4.1: 'accounts', 4.2: 'keys', 5: 'Tell' },
    ],
    [
      'a list under a numbered heading',
      '## 4 Contain\n1. Block\n2. Revoke\n',
      { 4: 'Contain', 4.1: 'Block', 4.2: 'Revoke' },
    ],
    ['a list numbered 1 throughout', '1. One\n1. Two\n1. Three\n', { 1: 'One', 2: 'Two', 3: 'Three' }],
    [
      'lines that run on',
      '1. Block\n   sign-in\n   - first admins\n\n   then all.\n2. Tell\n',
      { 1: 'Block\nsign-in\n- first admins\n\nthen all.', 2: 'Tell' },
    ],
    ['line ends of Windows', '1. Block\r\n   it.\r\n2. Tell\r\n', { 1: 'Block\nit.', 2: 'Tell' }],
  ])('are found in %s', (_, text, expected) => {
    expect(stepsOf(text)).toEqual(expected);
  });

  test('come with their heading where a number is used twice', () => {
    expect(Object.keys(stepsOf('## Contain\n1. Block\n\n## Recover\n1. Restore\n2. Tell\n'))).toEqual([
      '2',
      'Contain 1',
      'Recover 1',
    ]);
  });

  test.each([
    ['code', '```\n1. rm -rf\n```\n'],
    ['a sentence that runs over a line', 'The bill came to\n4.2 million and\n14. May was late.\n'],
    ['settings at the top', '---\n1. x: y\n---\nText\n'],
    ['a year in a heading', '## 2026 review\n'],
  ])('are not seen in %s', (_, text) => {
    expect(stepsOf(text)).toEqual({});
  });

  test('are found however somebody names them', () => {
    const steps = readMarkdownSteps('## 4.2 Revoke keys\n');
    for (const words of ['4.2', 'Step 4.2', 'step 4.2:', '(4.2)', ' 4.2. ', 'No. 4.2'])
      expect(findStep(steps, words)?.text).toBe('Revoke keys');
    expect(findStep(steps, '4')).toBeUndefined();
  });

  test('never overlap, stand in order, have names of their own, and their places hold their texts', () => {
    const line = fc.constantFrom(
      '1. a',
      '2. b',
      '   1. c',
      '# 4 D',
      '## Part',
      '4.2 e',
      'Step 7: f',
      'words',
      '',
      '  - g',
      '```',
      '\t3) h',
      '> i',
      '12. j k',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        const steps = readMarkdownSteps(text);
        let last = 0;
        for (const { at, from, to, text: own } of steps) {
          expect(at).toBeGreaterThanOrEqual(last);
          expect(from).toBeLessThanOrEqual(to);
          expect(text.slice(from, to).replace(/\s/g, '')).toBe(own.replace(/\s/g, ''));
          last = to;
        }
        expect(new Set(steps.map(({ step }) => bareStep(step))).size).toBe(steps.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe('A change to a Markdown runbook', () => {
  const runbook =
    '# RB-03\n\nOwner: Security\n\n1. Block sign-in.\n2. Revoke keys.\n   First those of admins.\n3. Tell everybody.\n\n## Contacts\nTable.\n';

  test('puts the new text in the place of the old one and touches nothing else', () => {
    const applied = applyChanges(runbook, [
      change({ step: 'Step 2', old: 'Revoke keys. First those of admins.', new: 'Revoke all keys.\nThen sessions.' }),
    ]);
    expect(applied.refused).toEqual([]);
    expect(applied.text).toBe(
      runbook.replace('Revoke keys.\n   First those of admins.', 'Revoke all keys.\n   Then sessions.'),
    );
  });

  test('takes a step out with its line, and the others keep their numbers', () => {
    expect(applyChanges(runbook, [change({ step: '1', type: 'remove' })]).text).toBe(
      runbook.replace('1. Block sign-in.\n', ''),
    );
  });

  test('adds a step where its number belongs, written as its neighbours are', () => {
    expect(applyChanges(runbook, [change({ step: '4', type: 'add', new: 'Write it down.' })]).text).toContain(
      '3. Tell everybody.\n4. Write it down.\n\n## Contacts',
    );
    expect(applyChanges(runbook, [change({ step: '2a', type: 'add', new: 'Check them.' })]).text).toContain(
      'admins.\n\n2a. Check them.\n\n3. Tell',
    );
    expect(
      applyChanges('## Step 4: Block\nAll.\n\n## Step 5: Tell\n', [change({ step: '4a', type: 'add', new: 'Wait' })])
        .text,
    ).toBe('## Step 4: Block\nAll.\n\n## Step 4a: Wait\n\n## Step 5: Tell\n');
  });

  test.each([
    [{ step: '9', new: 'x' }, 'the version that was tested has no step 9'],
    [
      { step: '1', old: 'Something else.', new: 'x' },
      'step 1 of the version that was tested reads otherwise than its old text',
    ],
    [{ step: '2', type: 'add', new: 'x' }, 'step 2 is there already; give the new one a number of its own, such as 2a'],
    [{ step: '1' }, 'its new text is still to be written'],
    [{ new: 'x' }, 'it names no step'],
  ])('that cannot be made is left out with why, and the text stays: %j', (fields, why) => {
    expect(applyChanges(runbook, [change(fields)])).toEqual({ text: runbook, refused: [{ change: 'RC-1', why }] });
  });

  test('that edits what another one edits is left out', () => {
    const both = [change({ step: '1', new: 'x' }), { ...change({ step: '1', new: 'y' }), change: 'RC-2' }];
    expect(applyChanges(runbook, both).refused).toEqual([{ change: 'RC-2', why: 'another change edits step 1 too' }]);
  });

  test('is read again as the new text, and every other step as it was', () => {
    const words = fc.stringMatching(/^[A-Za-z][a-z ]{0,20}[a-z]$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.nat(), words, (texts, at, proposed) => {
        const place = at % texts.length;
        const text = texts.map((own, index) => `${index + 1}. ${own}\n`).join('');
        const { text: changed, refused } = applyChanges(text, [
          change({ step: String(place + 1), old: texts[place], new: proposed }),
        ]);
        expect(refused).toEqual([]);
        expect(readMarkdownSteps(changed).map((step) => step.text)).toEqual(
          texts.map((own, index) => (index === place ? proposed : own)),
        );
      }),
    );
  });
});

describe('The steps of a Word runbook', () => {
  const paragraph = (text: string, more: object = {}) => ({ text, isHeading: false, numbered: null, ...more });

  test('are what Word counts and what somebody typed, with the text under them', () => {
    const steps = readWordSteps([
      paragraph('Credential revocation', { isHeading: true }),
      paragraph('Block sign-in.', { numbered: { level: 0, label: '1.' } }),
      paragraph('At once.'),
      paragraph('admins', { numbered: { level: 1, label: 'a)' } }),
      paragraph('Revoke keys.', { numbered: { level: 0, label: 'Step 2' } }),
      paragraph('service accounts', { numbered: { level: 1, label: '2.1' } }),
      paragraph('A point', { numbered: { level: 0, label: '•' } }),
      paragraph('Step 7: Tell everybody.'),
      paragraph('Contacts', { isHeading: true }),
      paragraph('Not a step.'),
    ]);
    expect(steps.map(({ step, text }) => [step, text])).toEqual([
      ['1', 'Block sign-in.\nAt once.'],
      ['1a', 'admins'],
      ['2', 'Revoke keys.'],
      ['2.1', 'service accounts\nA point'],
      ['7', 'Tell everybody.'],
    ]);
  });

  test('count on under a heading that is a step, as in Markdown', () => {
    const counted = (label: string, level = 0) => ({ numbered: { level, label } });
    const steps = readWordSteps([
      paragraph('Step 4: Decide', { isHeading: true }),
      paragraph('Ask Legal.', counted('1.')),
      paragraph('Ask the sponsor.', counted('2.')),
      paragraph('by telephone', counted('a)', 1)),
      paragraph('5 Tell', { isHeading: true, ...counted('5.') }),
      paragraph('customers', counted('5.1', 1)),
      paragraph('2. the press'),
      paragraph('Contacts', { isHeading: true }),
      paragraph('Reception', counted('1.')),
    ]);
    expect(steps.map(({ step }) => step)).toEqual(['4', '4.1', '4.2', '4.2a', '5', '5.1', '5.2', '1']);
  });
});
