import { join } from 'node:path';
import { formatDamage } from '../saving/damage.ts';
import { verifyJournal } from '../saving/verify-journal.ts';

/** Of these exercises what is damaged: they are as they were when they were backed up, and stay the user's. */
export async function tellDamage(workspace: string, exercises: readonly string[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const exercise of exercises) {
    const verified = await verifyJournal(join(workspace, 'exercises', exercise));
    if (verified.ok) continue;
    told.push(...verified.damage.map((found) => `${formatDamage(exercise, found)}. It was so when it was backed up.`));
  }
  return told;
}
