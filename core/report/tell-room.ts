import type { SavedEventOf } from '../exercise/events.ts';
import { findInject } from '../scenario/find-inject.ts';
import type { Scenario } from '../scenario/schema.ts';
import { titleOf } from './script-words.ts';
import { quoted } from './term-words.ts';

/** What was put in front of the room besides a release. */
export function tellRoom(
  { show, minutes, inject = '', attachment = 1 }: SavedEventOf<'room_changed'>['data'],
  scenario: Scenario,
): string {
  switch (show) {
    case 'blank':
      return 'The room was blanked';
    case 'artefact':
      return 'The room was shown the artefact again';
    case 'attachment': {
      const name = findInject(scenario, inject)?.attachments[attachment - 1]?.name;
      return `The room was shown ${name === undefined ? 'an attachment' : quoted(name)} large`;
    }
    case 'compare':
      return `The room was shown ${quoted(titleOf(scenario, inject))} beside the artefact`;
    default:
      return `Room: ${show}${minutes === undefined ? '' : `, ${minutes} min`}`;
  }
}
