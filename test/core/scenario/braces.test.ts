import { describe, expect, it } from 'vitest';
import { readBraces, roomMark, withoutBraces } from '#core/scenario/braces.ts';
import { fillWithDefaults } from '#core/scenario/placeholders.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

const tell = (text: string) =>
  readBraces(text).map(({ name, written }) => (name === null ? { broken: written } : name));

describe('Double braces', () => {
  it('are placeholders where two pairs hold a name', () => {
    expect(tell('{{org.name}} and {{ customer.top }}, {"n": {"m": "{{org.name}}"}}')).toEqual([
      'org.name',
      'customer.top',
      'org.name',
    ]);
  });

  it.each([
    ['never closed', 'Unclosed {{org.name and', ['{{org.name']],
    ['never closed, at the end', 'Hello {{ org.name and {{{', ['{{ org.name ', '{{{']],
    ['closed by one', '{{org.name} and', ['{{org.name}']],
    ['opened by one', 'To {org.name}}.', ['{org.name}}']],
    ['only closed', 'To org.name}} and customer}}', ['org.name}}', 'customer}}']],
    ['three on both sides', 'and {{{org.name}}} too', ['{{{org.name}}}']],
    ['one too many at the end', '{{org.name}}} said', ['{{org.name}}}']],
    ['parted by spaces', 'and { { org.name } }', ['{ { org.name } }']],
    ['around a whole one', 'a {{b {{org.name}} c', ['{{b ']],
  ])('are broken where they are %s', (_, text, broken) => {
    const found = tell(text).filter((piece) => typeof piece !== 'string');
    expect(found.map((piece) => (typeof piece === 'string' ? piece : piece.broken.trim()))).toEqual(
      broken.map((written) => written.trim()),
    );
    expect(withoutBraces({ rows: [text] }).rows[0]).not.toMatch(/\{\{|\}\}|\{ \{|org\.name/);
  });

  it.each([
    ['JSON', '{"a": 1, "b": {"c": {"d": true}}}'],
    ['JSON over lines', '{\n  "a": {\n    "b": [{"c": {}}]}}'],
    ['a log of which the beginning was cut', '… "status": 200, "host": "bi-01.example"}}\ntrue}}\n  null}}\n}}'],
    ['a record of a log', 'Event{user={name=j.doe}} and mail=j.doe@finch.example}}'],
    ['shell', `echo \${USER} \${A:-\${B}} $(date) {1..3}; f() { { true; }; }`],
    ['code', 'if (a) {while (b) {c.run()}}'],
    ['a name in single braces', '{org} {org.name} }{'],
  ])('are text in %s', (_, text) => {
    expect(tell(text)).toEqual([]);
    expect(withoutBraces(text)).toBe(text);
  });

  it('are read in one pass, whatever is repeated', () => {
    for (const part of ['{{ ', '{ ', 'a.b}}', '{{a}}}', '{ { a.', ' }}'])
      expect(withoutBraces(part.repeat(20_000))).not.toContain('{{');
  });

  it('that say nothing are marked where a script is looked at, and the others are filled in', () => {
    const [inject, ...others] = sampleScenario.injects;
    const body = '{{org.name}}, {{org.nmae}} and {{org.name {{';
    const source = { ...sampleScenario, placeholders: { 'org.name': 'Wexcombe' } };
    const drawn = fillWithDefaults({ ...source, injects: inject ? [{ ...inject, body }, ...others] : others });
    expect(drawn.injects[0]?.body).toBe('Wexcombe, [?? org.nmae ??] and [?? org.name ??] [??]');
  });

  it('leave a mark in the room', () => {
    expect(withoutBraces('Hello {{nobody}} and {{')).toBe(`Hello ${roomMark} and ${roomMark}`);
  });
});
