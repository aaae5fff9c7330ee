import type { ExerciseDocuments } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import { type Command, windowCommandSchema } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { evolve } from '#core/exercise/evolve.ts';
import { listLog } from '#core/exercise/log.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Original } from '#core/runbooks/original.ts';
import { documentNames } from '#services/export/document-names.ts';
import { cancelled } from '#services/export/write-documents.ts';
import { noRoom } from '../../support/open-muster.ts';

const minuteMs = 60_000;

/** The application as the review and the report see it, with its exercise in memory. */
export type InMemory = {
  state: ExerciseState;
  readonly drafts: Map<string, unknown>;
  readonly given: Command[];
  documents: ExerciseDocuments;
  /** What was asked to be written, in order. */
  readonly asked: string[];
  /** Writing never ends by itself. */
  isEndless: boolean;
  readOnly: string | null;
  salvaged?: number | null;
  /** The next document run fails with this. */
  writeProblem: string | null;
  opensFolder: boolean;
  /** What the register holds of the runbooks. */
  originals?: readonly Original[];
  tell: (notice: ConsoleNotice) => Promise<void>;
  readonly answer: (name: string, input: Readonly<Record<string, unknown>>) => Promise<Outcome<unknown>>;
};

export const names: readonly string[] = documentNames;

export function holdInMemory(state: ExerciseState): InMemory {
  const exercise = state.setup?.exercise ?? '';
  const folder = `/home/ops/Muster/exercises/${exercise}/documents`;
  const held: InMemory = {
    state,
    drafts: new Map(),
    given: [],
    documents: { folder, files: [], names, canPdf: true, today: '2026-12-01' },
    asked: [],
    isEndless: false,
    readOnly: null,
    writeProblem: null,
    opensFolder: false,
    tell: async () => {},
    answer,
  };
  let isStopped = false;
  return held;

  async function answer(name: string, input: Readonly<Record<string, unknown>>): Promise<Outcome<unknown>> {
    switch (name) {
      case 'open_exercise':
        return succeed({
          exercise,
          source: held.state.source,
          events: listLog(held.state.log),
          position: held.state.position,
          nowM: 0,
          rate: 1,
          readOnly: held.readOnly,
          trouble: null,
          notices: [],
          drafts: Object.fromEntries(held.drafts),
          gap: null,
          unsaved: [],
          salvaged: held.salvaged ?? null,
        });
      case 'give_command':
        return give(input.command);
      case 'continue_exercise':
        [held.readOnly, held.salvaged] = [null, null];
        return succeed({ recovered: 3, kept: [] });
      case 'save_draft':
        if (input.draft === null) held.drafts.delete(String(input.form));
        else held.drafts.set(String(input.form), input.draft);
        return succeed({});
      case 'load_tested_runbooks':
        return succeed({ originals: held.originals ?? [], notices: [] });
      case 'list_documents':
        return succeed(held.documents);
      case 'write_documents':
      case 'write_binder':
        held.asked.push(`${name}${input.pdf === true ? ' with PDF' : ''}`);
        return writeDocuments();
      case 'cancel_documents':
        isStopped = true;
        return succeed({});
      case 'open_folder':
        return succeed({ opened: held.opensFolder, folder });
      default:
        return succeed(noRoom);
    }
  }

  async function give(asked: unknown): Promise<Outcome<unknown>> {
    const parsed = windowCommandSchema.parse(asked);
    const command: Command = parsed.type === 'agree_action' ? { ...parsed, register_id: 'AI-2026Q3-099' } : parsed;
    held.given.push(command);
    const decided = decide(held.state, command);
    if (!decided.ok) return decided;
    const last = listLog(held.state.log).at(-1);
    const m = (last?.m ?? 0) + minuteMs;
    const events = decided.value.map(
      (event, index) =>
        ({ seq: held.state.position + 1 + index, t: '2026-11-20T10:00:00.000Z', m, s: 'test', ...event }) as SavedEvent,
    );
    held.state = events.reduce(evolve, held.state);
    await held.tell({ type: 'saved', exercise, events });
    return succeed({ position: held.state.position });
  }

  async function writeDocuments(): Promise<Outcome<unknown>> {
    isStopped = false;
    for (let done = 0; done < 3 || held.isEndless; done += 1) {
      if (isStopped) return fail(cancelled);
      await held.tell({ type: 'documents', exercise, done: done % 3, total: names.length });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    if (held.writeProblem) {
      return fail({ code: 'not_written', message: held.writeProblem, hint: 'Close it in Word, then write again.' });
    }
    const files = names.map((name, index) => ({ name, bytes: 900 * 40 ** (index % 3) }));
    held.documents = { ...held.documents, files };
    return succeed(held.documents);
  }
}
