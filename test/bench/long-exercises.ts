import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExerciseEvent, SavedEvent } from '#core/exercise/events.ts';
import { openJournal } from '#services/saving/journal.ts';
import { need, newWorkspace, openMuster } from '../support/open-muster.ts';

const script = 'q2-ransomware';

export type LongExercise = {
  readonly workspace: string;
  readonly exercise: string;
  readonly folder: string;
  readonly remove: () => Promise<void>;
};

/** A workspace of the real disk with Q2 begun and so many captures in it, and nobody at work. */
export async function makeLongExercise(events: number): Promise<LongExercise> {
  const workspace = await newWorkspace();
  const { ask, close } = await openMuster(workspace);
  need(await ask.fill_plan({ script }));
  const { exercise } = need(await ask.start_exercise({ script }));
  await close();
  const folder = join(workspace, 'exercises', exercise);
  const scriptSha256 = hash('sha256', await readFile(join(folder, 'script.yaml')));
  const opened = await openJournal({ folder, exercise, scriptSha256 });
  const last = opened.events.at(-1);
  const first = opened.events.length + 1;
  const observed = Array.from({ length: events }, (_, index): SavedEvent => {
    const { t = '', m = 0, s = '' } = last ?? {};
    return { seq: first + index, t, m, s, ...captureOf(index) };
  });
  await opened.journal.append(observed);
  await opened.journal.close();
  return { workspace, exercise, folder, remove: () => rm(workspace, { recursive: true }) };
}

/** What a busy facilitator captures, in turn. */
function captureOf(index: number): ExerciseEvent {
  const number = index + 1;
  switch (index % 3) {
    case 0:
      return {
        type: 'observation_recorded',
        data: { observation: `OB${number}`, text: `Opened the record late, the ${number}th`, kind: 'fact' },
      };
    case 1:
      return {
        type: 'question_asked',
        data: {
          question: `Who may tell the customer, and when? (${number})`,
          answer: 'LEGAL, today.',
          to_room: false,
          by: 'COMMS',
        },
      };
    default:
      return { type: 'action_observed', data: { action: 'AC-01', by: 'SEC' } };
  }
}
