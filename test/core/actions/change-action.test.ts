import { describe, expect, it } from 'vitest';
import { type ActionChange, changeAction } from '#core/actions/change-action.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { openAction } from '../../support/registered-action.ts';

const now = { t: '2026-04-10T08:00:00.000Z', today: '2026-04-10' };

function changed(change: ActionChange, action: RegisteredAction = openAction, at = now): RegisteredAction {
  const outcome = changeAction(action, change, at);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

function refusal(change: ActionChange, action: RegisteredAction = openAction): string {
  const outcome = changeAction(action, change, now);
  return outcome.ok ? 'was taken' : `${outcome.problem.message} ${outcome.problem.hint}`;
}

const evidence = 'Both found it in a drill on 9 April';
const verify = (verified_by: string): ActionChange => ({ is: 'status', status: 'verified', evidence, verified_by });

describe('Verification of an action', () => {
  it('is by somebody else, with evidence, and keeps its day', () => {
    expect(changed(verify('Sam Reyes'))).toMatchObject({
      ...{ status: 'verified', evidence, verified_by: 'Sam Reyes', verified_on: '2026-04-10' },
      ...{ told: { t: now.t }, history: [{ t: now.t, status: 'open', owner_name: 'R. Okafor' }] },
    });
  });

  it.each([['R. Okafor'], [' r.  OKAFOR '], ['Okafor@Example.com']])(
    'is refused by the owner, however written: “%s”',
    (name) => {
      expect(refusal(verify(name))).toMatch(
        /^AI-2026Q1-001 was not changed: .* owns it\. Somebody other than the owner/,
      );
    },
  );

  it('is refused without evidence, without a verifier, and where nobody owns the action', () => {
    const { owner_name: _, ...ownerless } = openAction;
    expect(refusal({ is: 'status', status: 'verified', verified_by: 'Sam Reyes' })).toContain(
      'verified needs evidence',
    );
    expect(refusal({ is: 'status', status: 'verified', evidence })).toContain('who verified it');
    expect(refusal(verify('Sam Reyes'), ownerless)).toContain('it has no owner by name. Name the owner first');
  });

  it('takes the evidence that was given when it was done, and ends when the action opens again', () => {
    const done = changed({ is: 'status', status: 'done', evidence });
    const verified = changed({ is: 'status', status: 'verified', verified_by: 'Sam Reyes' }, done);
    expect(verified).toMatchObject({ status: 'verified', evidence });
    const { verified_by, verified_on, status, history } = changed({ is: 'status', status: 'open' }, verified);
    expect([status, verified_by, verified_on]).toEqual(['open', undefined, undefined]);
    expect(history?.map((before) => [before.status, before.verified_by])).toEqual([
      ['open', undefined],
      ['done', undefined],
      ['verified', 'Sam Reyes'],
    ]);
  });

  it('keeps whoever verified from becoming the owner', () => {
    expect(refusal({ is: 'owner', owner_name: 'sam reyes' }, changed(verify('Sam Reyes')))).toContain(
      'Who verified an action cannot become its owner',
    );
  });
});

describe('A status', () => {
  it('of done needs evidence', () => {
    expect(refusal({ is: 'status', status: 'done', evidence: '  ' })).toContain('done needs evidence');
  });

  it.each<[string, ActionChange]>([
    ['a reason', { is: 'status', status: 'wont_do', accepted_by: 'H. Strand' }],
    ['who accepts the risk', { is: 'status', status: 'wont_do', reason: 'The shop closes' }],
  ])('of will not be done needs %s', (_, change) => {
    expect(refusal(change)).toContain('will not be done needs a reason and who accepts the risk');
  });

  it('of will not be done keeps both, and another status drops them', () => {
    const why = { reason: 'The shop closes', accepted_by: 'H. Strand' };
    const dropped = changed({ is: 'status', status: 'wont_do', ...why });
    expect(dropped).toMatchObject({ status: 'wont_do', ...why });
    const again = changed({ is: 'status', status: 'in_progress' }, dropped);
    expect([again.reason, again.accepted_by]).toEqual([undefined, undefined]);
    expect(again.history?.at(-1)).toMatchObject({ status: 'wont_do', ...why });
  });

  it('told while the clock was set back is still the latest', () => {
    const later = { ...openAction, told: { exercise: '2026-q2', t: '2026-06-01T00:00:00.000Z' } };
    expect(changed({ is: 'status', status: 'blocked' }, later).told).toEqual({ t: '2026-06-01T00:00:00.000Z' });
  });
});

describe('An owner and a link', () => {
  it('are taken whole, and what is left empty is gone', () => {
    const handed = changed({
      is: 'owner',
      owner_name: ' Jo Berg ',
      owner_role: 'SEC',
      owner_email: '',
      sponsor: 'A. Chief',
    });
    expect(handed).toMatchObject({ owner_name: 'Jo Berg', owner_role: 'SEC', sponsor: 'A. Chief', handed_over: true });
    expect(handed.owner_email).toBeUndefined();
    const linked = changed({ is: 'link', external_key: 'OPS-9', external_url: 'https://jira.example.com/OPS-9' });
    expect(linked).toMatchObject({ external_key: 'OPS-9', external_url: 'https://jira.example.com/OPS-9' });
    expect(linked.estimate).toBeUndefined();
  });

  it.each([['javascript:alert(1)'], ['ftp://example.com/x'], ['https://a b'], ['tracker/SEC-14']])(
    'refuses an address that is none: %s',
    (external_url) => {
      expect(refusal({ is: 'link', external_url })).toContain('that is no web address');
    },
  );

  it('refuse an owner without a name and an e-mail that is none', () => {
    expect(refusal({ is: 'owner', owner_name: ' ' })).toContain('an owner needs a name');
    expect(refusal({ is: 'owner', owner_name: 'Jo', owner_email: 'jo, sam' })).toContain('that is no e-mail address');
  });
});
