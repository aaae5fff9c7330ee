import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleAnswers } from '#contract/console.ts';
import type { ExceptionsShown, ReminderForm } from '#contract/exceptions.ts';
import { decideException, withdrawDecision } from '#core/exceptions/decide-exception.ts';
import type { Entry } from '#core/exceptions/decision.ts';
import {
  type CurrentExceptions,
  describeRegister,
  type RegisteredException,
} from '#core/exceptions/describe-register.ts';
import { listExpiryEvents, listRemindersFile } from '#core/exceptions/reminder-files.ts';
import { listReminders } from '#core/exceptions/reminders.ts';
import { dayOf, daysBetween } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { expiriesName, writeExpiries } from '../exceptions/write-expiries.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { writeExportFile } from '../export/write-action-exports.ts';
import { ownZone } from '../own-zone.ts';
import { numberEvents } from '../registers/exception-calendar.ts';
import { changeExceptionRegister, openExceptionRegister } from '../registers/exception-register.ts';
import { realDisk } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import { saving } from './saving.ts';
import type { ScorecardMonths } from './scorecard-months.ts';
import type { Clock, Shell } from './shell.ts';
import { writeInto } from './write-into.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly months: Pick<ScorecardMonths, 'currentExceptions'>;
  readonly tellText: (text: string) => void;
};
type Answered = Pick<
  ConsoleAnswers,
  'load_exceptions' | 'decide_exception' | 'withdraw_decision' | 'write_reminders' | 'open_exceptions_folder'
>;
type Now = { readonly t: string; readonly today: string };

/** The exceptions of the newest month: shown, decided on, and whom to remind of them. */
export function answerExceptions(needs: Needs): Answered {
  const { workspace, shell, clock } = needs;
  const folder = join(workspace.folder, 'documents', 'exceptions');
  const now = (): Now => {
    const t = new Date(clock.wallMs()).toISOString();
    return { t, today: dayOf(t, ownZone()) };
  };
  return {
    load_exceptions: () => showRegister(needs, now().today),
    decide_exception: ({ exception, decision }) =>
      record(needs, exception, now(), (entries, file) => decideException(entries, file, exception, decision, now())),
    withdraw_decision: ({ exception, number }) =>
      record(needs, exception, now(), (entries, file) => withdrawDecision(entries, file, exception, number, now())),
    write_reminders: async ({ exceptions, form }) => {
      const shown = await showRegister(needs, now().today);
      if (!shown.ok) return shown;
      const wanted = new Set(exceptions);
      const chosen = shown.value.exceptions.filter(({ id }) => wanted.has(id));
      const made = await saving(() => writeReminders(needs, chosen, form, shown.value));
      if (!made.ok) return made;
      return writeInto(folder, async () => {
        const files = new Map([made.value]);
        const staged = await stageDocuments(realDisk, folder, files);
        return staged.ok ? staged.value.put() : staged;
      });
    },
    open_exceptions_folder: async () => {
      await mkdir(folder, { recursive: true }).catch(() => {}); // what cannot be made cannot be opened either, and that is said
      return succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}

/** What the file says is shown whether or not the decisions can be read. */
async function showRegister({ workspace, months, tellText }: Needs, today: string): Promise<Outcome<ExceptionsShown>> {
  const found = await months.currentExceptions();
  if (!found.ok) return found;
  const register = await openExceptionRegister(workspace, tellText).catch((problem: Error) => problem);
  const isDecidable = !(register instanceof Error);
  const notices = isDecidable
    ? []
    : [
        `${register.message} Until then no decision is shown, and none can be made; the exceptions are shown as their file has them.`,
      ];
  const exceptions = describeRegister(found.value, isDecidable ? register.get().entries : [], today);
  return succeed({ today, file: found.value && fileOf(found.value), exceptions, isDecidable, notices });
}

function fileOf({ month, asOf, datedOn, isStale, settings }: CurrentExceptions): ExceptionsShown['file'] {
  return { month, asOf, datedOn, isStale, expiringWithinDays: settings.exceptions.expiring_within_days };
}

/** Decided on what the newest file and the register say now, not on what a window shows. */
async function record(
  { workspace, months, tellText }: Needs,
  exception: string,
  { today }: Now,
  decide: (entries: readonly Entry[], file: CurrentExceptions | null) => Outcome<Entry>,
): Promise<Outcome<{ readonly exception: RegisteredException }>> {
  const found = await months.currentExceptions();
  if (!found.ok) return found;
  const saved = await saving(() =>
    changeExceptionRegister(workspace, tellText, async (register): Promise<Outcome<readonly Entry[]>> => {
      const decided = decide(register.get().entries, found.value);
      if (!decided.ok) return decided;
      await register.change((draft) => void draft.entries.push(decided.value));
      return succeed(register.get().entries);
    }),
  );
  if (!saved.ok) return saved;
  if (!saved.value.ok) return saved.value;
  const one = describeRegister(found.value, saved.value.value, today).find(({ id }) => id === exception);
  return one ? succeed({ exception: one }) : fail(gone);
}

const gone = {
  code: 'unknown_exception',
  message: 'That exception is not in the newest file any more.',
  hint: 'Open the exceptions again. What was decided is kept.',
};

async function writeReminders(
  { workspace, tellText }: Needs,
  chosen: readonly RegisteredException[],
  form: ReminderForm,
  { today }: ExceptionsShown,
): Promise<readonly [string, string]> {
  if (form === 'ics') {
    const events = await numberEvents(workspace, listExpiryEvents(chosen, today), today, tellText);
    return [expiriesName, writeExpiries(events)];
  }
  const table = listRemindersFile(listReminders(chosen, (day) => daysBetween(today, day)));
  return [table.name, writeExportFile(table)];
}
