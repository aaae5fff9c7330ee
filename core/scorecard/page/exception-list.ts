import type { ListedException } from '../figures/exception-flags.ts';

/** The columns of the exception list, for every form of it. Source: spec.md D.5. */
export const exceptionColumns = [
  'id',
  'title',
  'scope',
  'control',
  'risk',
  'owner',
  'approver',
  'started',
  'expires',
  'days_left',
  'renewals',
  'compensating_control',
  'state',
  'flags',
  'ticket',
] as const;

/** A row of `exceptions.csv`: what is unknown stays empty, and flags keep their names. */
export function exceptionRow({ exception, state, daysLeft, flags }: ListedException): readonly string[] {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  return [
    exception.exception_id,
    exception.title,
    text(exception.scope_ref),
    text(exception.control_ref),
    exception.risk,
    text(exception.owner),
    text(exception.approver),
    text(exception.starts_on),
    text(exception.expires_on),
    text(daysLeft),
    text(exception.renewals),
    text(exception.compensating_control),
    state,
    flags.join(' '),
    text(exception.ticket),
  ];
}
