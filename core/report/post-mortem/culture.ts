import { listStanding, listStandingOf } from '../../exercise/state.ts';
import { summariseFeedback } from '../../review/summarise-feedback.ts';
import { roundOrNull } from '../../round.ts';
import { type Role, roles } from '../../scenario/vocabulary.ts';
import { gatherAttendance, nameRoles } from '../attendance.ts';
import { type Block, paragraph } from '../document.ts';
import type { Facts } from '../facts.ts';
import { listWords, plural, sentence } from '../term-words.ts';

/** Section 11: functions, never persons. Source: spec.md C.1 and F. */
export function writeCulture(facts: Facts): readonly Block[] {
  return [
    { is: 'section', number: 11, text: 'Culture' },
    paragraph({ bold: 'Participation. ' }, tellParticipation(facts)),
    paragraph({ bold: 'Thanks. ' }, tellThanks(facts)),
    paragraph({ bold: 'Feedback. ' }, tellFeedback(facts)),
  ];
}

function tellParticipation(facts: Facts): string {
  const { present } = gatherAttendance(facts);
  if (present.length === 0) return 'Nobody was entered as taking part.';
  const heard = new Set<Role>();
  for (const { data } of listStanding(facts.state)) {
    const by = 'by' in data ? roles.find((role) => role === data.by) : undefined;
    if (by) heard.add(by);
  }
  const spoke = present.filter((role) => heard.has(role));
  const silent = present.filter((role) => !heard.has(role));
  const parts = [
    spoke.length === 0
      ? 'No entry names a function.'
      : `Entries of the record name ${plural(spoke.length, 'function')}: ${nameRoles(spoke)}.`,
    ...(silent.length === 0
      ? []
      : [`Nothing is recorded from ${nameRoles(silent)}; that is a question to the script and the facilitation.`]),
  ];
  return parts.join(' ');
}

function tellThanks(facts: Facts): string {
  const { present } = gatherAttendance(facts);
  const functions = present.length === 0 ? 'everybody who took part' : nameRoles(present);
  const kept = listStandingOf(facts.state, 'strength_recorded').length;
  return `To ${functions}${kept === 0 ? '' : `; ${plural(kept, 'strength')} to keep stand${kept === 1 ? 's' : ''} in section 4`}.`;
}

/** Nobody may be recognised. Source: spec.md B.10. */
function tellFeedback({ state }: Facts): string {
  const { n, suppressed, means, could_speak_openly } = summariseFeedback(state);
  if (n === 0) return 'No feedback form was entered.';
  if (suppressed || means === null) return 'Fewer than four forms were entered, so nothing of them is reported.';
  const known = means.flatMap((mean) => mean ?? []);
  const overall = roundOrNull(known.reduce((sum, mean) => sum + mean, 0) / known.length);
  return sentence(
    listWords([
      `${n} forms, 1 strongly disagree to 5 strongly agree: ${overall?.toFixed(1) ?? '–'} on average over the twelve statements`,
      `${could_speak_openly?.toFixed(1) ?? '–'} for “I could speak openly, including about problems”`,
    ]),
  );
}
