import { Temporal } from 'temporal-polyfill';
import type { ExceptionState, ListedException } from '../figures/exception-flags.ts';
import type { Scorecard } from '../scorecard.ts';
import { stateWords } from './flag-words.ts';
import { tellLost } from './lost-words.ts';
import { monthWords } from './month-words.ts';
import { frameScorecard } from './scorecard-page.ts';

/** Gives the same UUID for the same words, always. */
export type UuidOf = (words: string) => string;

export const poamRemark =
  "Written by Muster in the shape of an OSCAL plan of action and milestones. It was not validated against NIST's schema.";

const statusOf: Readonly<Record<ExceptionState, string>> = {
  active: 'deviation-approved',
  not_started: 'deviation-approved',
  pending: 'deviation-requested',
  expired_open: 'open',
};

/** Exceptions as OSCAL POA&M items, each linked to a risk. Field names from practice knowledge. Source: spec.md D.5. */
export function buildPoam(scorecard: Scorecard, uuidOf: UuidOf): object {
  const { snapshot, listed } = scorecard;
  const frame = frameScorecard(snapshot);
  const idOf = (kind: string, id: string) => uuidOf(`${frame.head}/${kind}/${id}`);
  const exceptions = listed ?? [];
  const why = tellLost(scorecard, 'exceptions') ?? 'No exceptions file was read for this month, so it lists none.';
  const about = listed === null ? `${why} ` : '';
  return {
    'plan-of-action-and-milestones': {
      uuid: uuidOf(`${frame.head}/${snapshot.scorecard}/${snapshot.revision}`),
      metadata: {
        title: `Exceptions – ${monthWords(snapshot.period.month)}`,
        'last-modified': frame.settledAt,
        version: frame.version,
        'oscal-version': '1.1.2',
        remarks: `${about}${poamRemark}`,
      },
      'system-id': { id: frame.head },
      ...(exceptions.length > 0 ? { risks: exceptions.map((one) => riskOf(one, snapshot.period.timezone, idOf)) } : {}),
      'poam-items': exceptions.map((one) => itemOf(one, idOf)),
    },
  };
}

type IdOf = (kind: string, id: string) => string;

function riskOf({ exception, state, flags }: ListedException, zone: string, idOf: IdOf): object {
  const { exception_id: id, title, expires_on, compensating_control: control, risk } = exception;
  return {
    uuid: idOf('risk', id),
    title,
    description: describe(exception),
    statement: `${stateWords[state]}; risk rated ${risk}`,
    props: [{ name: 'risk-level', value: risk }, ...flags.map((flag) => ({ name: 'flag', value: flag }))],
    status: statusOf[state],
    ...(control === null ? {} : { 'mitigating-factors': [{ uuid: idOf('control', id), description: control }] }),
    ...(expires_on === null ? {} : { deadline: endOf(expires_on, zone) }),
  };
}

function itemOf({ exception }: ListedException, idOf: IdOf): object {
  const { exception_id: id, title, ticket } = exception;
  return {
    uuid: idOf('item', id),
    title,
    description: describe(exception),
    props: [{ name: 'exception-id', value: id }, ...(ticket === null ? [] : [{ name: 'ticket', value: ticket }])],
    'related-risks': [{ 'risk-uuid': idOf('risk', id) }],
  };
}

function describe({ exception_id, scope_ref, control_ref }: ListedException['exception']): string {
  const scope = scope_ref === null ? 'no scope named' : `scope ${scope_ref}`;
  return `Exception ${exception_id}: ${scope}, ${control_ref === null ? 'no control named' : `control ${control_ref}`}`;
}

/** The last second of the day: it still counts. */
function endOf(day: string, zone: string): string {
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: '23:59:59' });
  return end.toString({ timeZoneName: 'never' });
}
