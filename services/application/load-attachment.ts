import { dirname } from 'node:path';
import type { ConsoleAnswers } from '#contract/console.ts';
import type { LoadedAttachment } from '#contract/console-answers.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { fillWithDefaults } from '#core/scenario/placeholders.ts';
import { readKeptAttachment } from '../exercise/keep-attachments.ts';
import type { Workspace } from '../saving/workspace.ts';
import { readScriptAttachment } from '../scenario/find-attachments.ts';
import type { ReadAttachment } from '../scenario/read-attachment.ts';
import type { Library } from './library.ts';
import type { OpenExercises } from './open-exercises.ts';

type Needs = { readonly workspace: Workspace; readonly exercises: OpenExercises; readonly library: Library };

/** For the facilitator, who may look at it before the room does: of an exercise as it is played, of a script as it stands now. */
export function loadAttachment({ workspace, exercises, library }: Needs): ConsoleAnswers['load_attachment'] {
  return async ({ of, ...place }) => {
    if ('exercise' in of) {
      const opened = await exercises.open(of.exercise);
      if (!opened.ok) return opened;
      const folder = workspace.exerciseFolder(of.exercise);
      return tell(await readKeptAttachment(folder, opened.value.state().scenario, place));
    }
    const found = await library.find(of.script);
    if (!found.ok) return found;
    const { readable, file } = found.value;
    const attachment =
      readable &&
      fillWithDefaults(readable).injects.find(({ id }) => id === place.inject)?.attachments[place.attachment - 1];
    return attachment
      ? tell(await readScriptAttachment(attachment, dirname(file)))
      : fail(unknownAttachment(place.inject));
  };
}

const tell = ({ content, image, problem }: ReadAttachment): Outcome<LoadedAttachment> =>
  succeed({ content, image, problem });

function unknownAttachment(inject: string) {
  return {
    code: 'unknown_attachment',
    message: `The script has no such attachment of ${inject} now.`,
    hint: 'Look at the script again.',
  };
}
