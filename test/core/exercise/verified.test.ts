import { describe, expect, test } from 'vitest';
import { end, played, refusalOf } from '../../support/play.ts';

const status = (fields: object) => ({
  ...{ type: 'change_action_status' as const, action: '2025-q4-x/AI-1', status: 'verified' as const },
  ...fields,
});
const ended = played([5, end]);

describe('An action of an earlier exercise', () => {
  test.each(['Jo', ' jo ', 'JO', 'Ｊｏ'])('is not verified by its owner, written as %j', (verified_by) => {
    expect(refusalOf(ended, status({ evidence: 'drill', verified_by }))).toBe('self_verified');
  });

  test('is not verified without evidence, or by nobody', () => {
    expect(refusalOf(ended, status({ verified_by: 'Sam' }))).toBe('evidence_needed');
    expect(refusalOf(ended, status({ evidence: 'drill' }))).toBe('evidence_needed');
    expect(refusalOf(ended, status({ evidence: 'drill', verified_by: 'Sam' }))).toBeNull();
  });

  test('is not verified by a correction either', () => {
    const verified = played([5, end], [6, status({ evidence: 'drill', verified_by: 'Sam' })]);
    const of = verified.position;
    expect(refusalOf(verified, { type: 'amend_entry', of, with: { verified_by: 'Jo' } })).toBe('self_verified');
    expect(refusalOf(verified, { type: 'amend_entry', of, with: { evidence: null } })).toBe('evidence_needed');
    expect(refusalOf(verified, { type: 'amend_entry', of, with: { verified_by: 'Kim' } })).toBeNull();
  });
});
