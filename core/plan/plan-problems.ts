import { holdsBraces } from '../scenario/braces.ts';
import { isTimeZone } from '../scenario/calendar.ts';
import { type Plan, planSchema } from './plan.ts';
import { findStartFault, isMoment } from './start-moment.ts';

/** `at` names the field: `organisation.name`, `placeholders.customer.top`, `participants.3`. */
export type FieldProblem = { readonly at: string; readonly message: string };

/** What cannot be saved as it was typed, each with how to put it right. */
export function listFieldProblems(form: Plan): readonly FieldProblem[] {
  const { name, product = '', domain = '', time_zone } = form.organisation;
  const values = [
    { at: 'organisation.name', value: name },
    { at: 'organisation.product', value: product },
    { at: 'organisation.domain', value: domain },
    ...Object.entries(form.placeholders).map(([key, value]) => ({ at: `placeholders.${key}`, value })),
  ];
  const start = findStartFault(form.starts_at);
  return [
    ...(start ? [{ at: 'starts_at', message: start.message }] : []),
    ...(name.trim() === '' ? [{ at: 'organisation.name', message: 'Write the name of the organisation.' }] : []),
    ...(domain.trim() === '' || isDomain(domain.trim())
      ? []
      : [{ at: 'organisation.domain', message: 'Write a mail domain such as example.com.' }]),
    ...(isTimeZone(time_zone)
      ? []
      : [{ at: 'organisation.time_zone', message: 'Write a time zone such as Europe/Berlin or America/New_York.' }]),
    ...values
      .filter(({ value }) => holdsBraces(value))
      .map(({ at }) => ({ at, message: 'Write the name itself: two curly brackets would be read as another name.' })),
    ...form.participants.flatMap((person, at) =>
      isRepeated(form, at)
        ? [{ at: `participants.${at}`, message: `${person.name.trim()} stands here twice. Take one away.` }]
        : [],
    ),
  ];
}

/** Of any script; an invented one need not exist. */
function isDomain(text: string): boolean {
  return /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u.test(text);
}

/**
 * What can be saved of a form: fields that cannot be used keep the value saved before, rows without a name wait.
 * Nothing that was typed is lost by it, since the form keeps it.
 */
export function toSavable(form: Plan, saved: Plan): Plan {
  const faults = new Set(listFieldProblems(form).map(({ at }) => at));
  const has = (at: string) => faults.has(at);
  const { name, product, domain, time_zone, ...rest } = form.organisation;
  const before = saved.organisation;
  const chosen = {
    product: has('organisation.product') ? before.product : product?.trim(),
    domain: has('organisation.domain') ? before.domain : domain?.trim(),
  };
  const placeholders = Object.entries(form.placeholders).flatMap(([key, value]) => {
    const text = has(`placeholders.${key}`) ? (saved.placeholders[key] ?? '') : value.trim();
    return text === '' ? [] : [[key, text] as const];
  });
  const { evaluator, ...plan } = form.plan;
  return planSchema.parse({
    ...form,
    starts_at: has('starts_at') ? saved.starts_at : form.starts_at,
    organisation: {
      ...rest,
      name: has('organisation.name') ? before.name : name.trim(),
      ...(chosen.product ? { product: chosen.product } : {}),
      ...(chosen.domain ? { domain: chosen.domain } : {}),
      time_zone: has('organisation.time_zone') ? before.time_zone : time_zone,
    },
    placeholders: Object.fromEntries(placeholders),
    plan: {
      ...plan,
      ...(evaluator?.trim() ? { evaluator: evaluator.trim() } : {}),
      runbooks: plan.runbooks.filter(({ version }) => version.trim() !== ''),
    },
    participants: form.participants
      .filter(({ name: person }, at) => person.trim() !== '' && !has(`participants.${at}`))
      .map(trimPerson),
  });
}

/** `today`: the date on this computer. Said and not refused: somebody may write down afterwards what was played on paper. */
export function warnAboutStart(starts: string | null, today: string | null): string | null {
  if (starts === null || today === null || !isMoment(starts) || starts.slice(0, 10) >= today) return null;
  return 'This day has passed. That is right for an exercise written down afterwards; otherwise correct it.';
}

function trimPerson({ name, function: does, stands_in_for: absent, ...rest }: Plan['participants'][number]) {
  return {
    ...rest,
    name: name.trim(),
    ...(does?.trim() ? { function: does.trim() } : {}),
    ...(absent?.trim() ? { stands_in_for: absent.trim() } : {}),
  };
}

function isRepeated({ participants }: Plan, at: number): boolean {
  const person = participants[at];
  const name = person?.name.trim() ?? '';
  if (name === '') return false;
  return participants.slice(0, at).some((other) => other.name.trim() === name && other.role === person?.role);
}
