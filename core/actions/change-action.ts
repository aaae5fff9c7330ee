import { z } from 'zod';
import { withoutUndefined } from '../exercise/decide/allow.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { mayBeSamePerson } from '../same-person.ts';
import { actionStatuses } from '../scenario/vocabulary.ts';
import { ownerRoleSchema, type RegisteredAction } from './registered-action.ts';

const line = z.string().trim().max(500);
const words = z.string().trim().max(10_000);

const webAddress = z.url({ protocol: /^https?$/ }).regex(/^[^\s<>"'`]+$/);

/** What can be told of an action after its exercise. What is left empty is not known. */
export const actionChangeSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('status'),
    status: z.enum(actionStatuses),
    evidence: words.optional(),
    verified_by: line.optional(),
    reason: words.optional(),
    accepted_by: line.optional(),
  }),
  z.strictObject({
    is: z.literal('owner'),
    owner_role: ownerRoleSchema.optional(),
    owner_name: line,
    owner_email: line.optional(),
    sponsor: line.optional(),
  }),
  z.strictObject({
    is: z.literal('link'),
    external_key: line.optional(),
    external_url: z.string().trim().max(2_000).optional(),
    estimate: line.optional(),
  }),
]);
export type ActionChange = z.infer<typeof actionChangeSchema>;
type ChangeOf<Is extends ActionChange['is']> = Extract<ActionChange, { is: Is }>;

/** When it is told: the moment in UTC, and the day on this computer. */
type Now = { readonly t: string; readonly today: string };

export function changeAction(action: RegisteredAction, change: ActionChange, now: Now): Outcome<RegisteredAction> {
  switch (change.is) {
    case 'status':
      return changeStatus(action, change, now);
    case 'owner':
      return handOver(action, change, now);
    case 'link':
      return link(action, change);
  }
}

function changeStatus(action: RegisteredAction, change: ChangeOf<'status'>, now: Now): Outcome<RegisteredAction> {
  const { status } = change;
  const evidence = orNone(change.evidence) ?? action.evidence;
  const reason = orNone(change.reason);
  const acceptedBy = orNone(change.accepted_by);
  const verifiedBy = orNone(change.verified_by);
  const isDropped = status === 'wont_do';
  if (status === 'done' && evidence === undefined) return refuse(action, 'no_evidence', needs.evidence);
  if (isDropped && (reason === undefined || acceptedBy === undefined))
    return refuse(action, 'no_acceptor', needs.acceptor);
  const refused = status === 'verified' ? refuseVerifier(action, evidence, verifiedBy) : null;
  if (refused) return refused;
  const verified = status === 'verified' ? { verified_by: verifiedBy, verified_on: now.today } : notVerified;
  const why = { reason: isDropped || status === 'blocked' ? reason : undefined };
  const accepted = { accepted_by: isDropped ? acceptedBy : undefined };
  return succeed(withoutUndefined({ ...remember(action, now), status, evidence, ...why, ...accepted, ...verified }));
}

const notVerified = { verified_by: undefined, verified_on: undefined };

/** Verified means: with evidence, by someone other than the owner. Source: spec.md C.7. */
function refuseVerifier(action: RegisteredAction, evidence: string | undefined, verifiedBy: string | undefined) {
  const { owner_name, owner_email } = action;
  if (evidence === undefined || verifiedBy === undefined) return refuse(action, 'no_evidence', needs.verification);
  if (owner_name === undefined) return refuse(action, 'no_owner', needs.owner);
  const owners = [owner_name, owner_email].filter((owner) => owner !== undefined);
  const isSelf = owners.some((owner) => mayBeSamePerson(owner, verifiedBy));
  return isSelf ? refuse(action, 'self_verified', needs.someoneElse(verifiedBy)) : null;
}

function handOver(action: RegisteredAction, change: ChangeOf<'owner'>, now: Now): Outcome<RegisteredAction> {
  const name = orNone(change.owner_name);
  if (name === undefined) return refuse(action, 'no_owner', needs.name);
  const email = orNone(change.owner_email);
  if (email !== undefined && !/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(email)) return refuse(action, 'no_email', needs.email);
  const owners = [name, email].filter((owner) => owner !== undefined);
  const { verified_by: verifier } = action;
  if (verifier !== undefined && owners.some((owner) => mayBeSamePerson(owner, verifier)))
    return refuse(action, 'self_verified', needs.otherOwner(verifier));
  return succeed(
    withoutUndefined({
      ...remember(action, now),
      owner_name: name,
      owner_role: change.owner_role,
      owner_email: email,
      sponsor: orNone(change.sponsor),
      handed_over: true,
    }),
  );
}

function link(action: RegisteredAction, change: ChangeOf<'link'>): Outcome<RegisteredAction> {
  const [key, url, estimate] = [change.external_key, change.external_url, change.estimate].map(orNone);
  if (url !== undefined && !webAddress.safeParse(url).success) return refuse(action, 'no_address', needs.address);
  return succeed(withoutUndefined({ ...action, external_key: key, external_url: url, estimate }));
}

/** What stood before goes into its history, and older news from exercises does not come back. */
function remember(action: RegisteredAction, { t }: Now): RegisteredAction {
  const { status, owner_name, evidence, reason, accepted_by, verified_by } = action;
  const before = withoutUndefined({ t, status, owner_name, evidence, reason, accepted_by, verified_by });
  const told = { t: action.told !== undefined && action.told.t > t ? action.told.t : t };
  return { ...action, told, history: [...(action.history ?? []), before] };
}

function orNone(typed: string | undefined): string | undefined {
  const trimmed = typed?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function refuse({ register_id }: RegisteredAction, code: string, [why, hint]: readonly [string, string]) {
  return fail({ code, message: `${register_id} was not changed: ${why}.`, hint });
}

const needs = {
  evidence: ['done needs evidence', 'Write what shows that it is done: a document, a ticket, a test and its date.'],
  verification: [
    'verified needs evidence and who verified it',
    'Write what was seen, and the name of somebody other than the owner who saw it.',
  ],
  owner: ['it has no owner by name', 'Name the owner first: only somebody else can verify it.'],
  someoneElse: (name: string) =>
    [`${name} owns it`, 'Somebody other than the owner verifies an action. Name who else saw it.'] as const,
  otherOwner: (name: string) =>
    [
      `${name} verified it`,
      'Who verified an action cannot become its owner. Set it open again first, or name another owner.',
    ] as const,
  acceptor: [
    'will not be done needs a reason and who accepts the risk',
    'Write why it will not be done, and the name of whoever accepts what stays open.',
  ],
  name: ['an owner needs a name', 'Write one name: exactly one person owns an action.'],
  email: ['that is no e-mail address', 'Write an address such as jo@example.com, or leave the field empty.'],
  address: ['that is no web address', 'Write an address that begins with https://, or leave the field empty.'],
} as const;
