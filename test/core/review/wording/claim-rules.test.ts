import { describe, expect, it } from 'vitest';
import { checkText } from '#core/review/wording/check-text.ts';
import { claimRules } from '#core/review/wording/claim-rules.ts';

const claims: readonly (readonly [rule: string, text: string])[] = [
  ['CL-01', 'We are SOC 2 certified.'],
  ['CL-01', 'Our SOC 2 Type II certification is new.'],
  ['CL-02', 'We are GDPR compliant.'],
  ['CL-02', 'Our service is certified for HIPAA.'],
  ['CL-02', 'We fully comply with the GDPR.'],
  ['CL-03', 'Your data is 100% secure.'],
  ['CL-03', 'We guarantee that it is unhackable.'],
  ['CL-04', 'We have never been breached.'],
  ['CL-05', 'We are ISO 27001 compliant.'],
  ['CL-06', 'The logs are on 10.2.30.4.'],
  ['CL-06', 'The logs are on siem01.corp.internal.'],
  ['CL-07', 'The penetration test found no vulnerabilities.'],
  ['CL-08', 'We violated the GDPR.'],
  ['CL-08', 'This makes us liable.'],
];

describe('What is claimed towards customers, press or a regulator', () => {
  it.each(claims)('%s is found in “%s”, and in no record of an exercise', (rule, text) => {
    expect(new Set(checkText(text, 'external').map((found) => found.rule))).toEqual(new Set([rule]));
    expect(checkText(text, 'action')).toEqual([]);
  });

  it('has found every one of its rules by then', () => {
    const proven = new Set(claims.map(([rule]) => rule));
    expect(claimRules.map(({ id }) => id).filter((id) => !proven.has(id))).toEqual([]);
  });

  it.each([
    'SOC 2 Type II report, period January to June 2026, by Example LLP.',
    'Our exercise supports our duties under the GDPR.',
    'Certified to ISO/IEC 27001:2022 by Example, certificate 12.',
    'Version 10.2.3 was in use; 100% of the backups were restored.',
    'The attacker breached the VPN and was liable to try again.',
    'Write to security@example.com.',
  ])('passes where it can be checked, or claims nothing: %s', (text) => {
    expect(checkText(text, 'external')).toEqual([]);
  });
});
