import { hash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import { type OpenedJournal, openJournal } from '#services/saving/journal.ts';

const script = 'id: bench\n';
const exercise = '2026-bench';

/** What a busy facilitator captures, in turn. */
const captures = [
  { type: 'observation_recorded', data: { observation: 'OB1', text: 'Opened the record late.', kind: 'fact' } },
  { type: 'action_observed', data: { action: 'AC-01', by: 'SEC' } },
  { type: 'inject_released', data: { inject: 'INJ-01', already_done: false, showing: 1, reinstated: false } },
  {
    type: 'question_asked',
    data: { question: 'Who may tell the customer, and when?', answer: 'LEGAL, today.', to_room: false, by: 'COMMS' },
  },
] as const;

export function captured(seq: number): SavedEvent {
  const t = new Date(Date.UTC(2026, 2, 17, 9) + seq * 1_000).toISOString();
  const capture = captures[seq % captures.length] ?? captures[0];
  return { seq, t, m: seq * 1_000, s: '0a1b2c3d', ...capture };
}

/** A folder on the real disk with a journal of so many events. */
export async function makeJournal(events: number): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'muster-bench-')), exercise);
  await mkdir(folder);
  await writeFile(join(folder, 'script.yaml'), script);
  const { journal } = await openBenchJournal(folder);
  await journal.append(Array.from({ length: events }, (_, index) => captured(index + 1)));
  await journal.close();
  return folder;
}

export function openBenchJournal(folder: string): Promise<OpenedJournal> {
  return openJournal({ folder, exercise, scriptSha256: hash('sha256', script) });
}
