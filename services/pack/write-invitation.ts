import { hash } from 'node:crypto';
import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Pack } from '#core/pack/pack.ts';
import { roleNames } from '#core/report/term-words.ts';

export const invitationName = 'exercise-invitation.ics';

/**
 * A calendar file for everybody who takes part: when, how long and who, and nothing of the story. null while no day is set. The same
 * plan gives the same file, and a changed hour moves the same entry.
 */
export function writeInvitation({ scenario, setup, startsAt }: Pack): string | null {
  if (startsAt === null) return null;
  const { plan, organisation, participants } = setup;
  const start = Temporal.PlainDateTime.from(startsAt).toZonedDateTime(organisation.time_zone);
  const end = start.add({ minutes: plan.length_min + scenario.hotwash_min });
  const dateOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds);
  const calendar = ical({ prodId: { company: 'Muster', product: 'Muster', language: 'EN' } });
  calendar.createEvent({
    id: `${hash('sha256', `${scenario.id} ${startsAt.slice(0, 4)}`).slice(0, 32)}@muster.invalid`,
    stamp: dateOf(start),
    start: dateOf(start),
    end: dateOf(end),
    summary: `Security exercise${organisation.name ? `, ${organisation.name}` : ''}`,
    description: [
      `A table-top exercise: ${plan.length_min} minutes of play, then ${scenario.hotwash_min} minutes to look back together.`,
      'We talk through what we would do. Plans and means are tested, not people, and nobody is graded.',
      'Nothing has to be prepared. Bring the runbooks and lists you would reach for.',
      ...(participants.length > 0 ? ['', ...participants.map(({ name, role }) => `${roleNames[role]}: ${name}`)] : []),
    ].join('\n'),
  });
  return calendar.toString();
}
