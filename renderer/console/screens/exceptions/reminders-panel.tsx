import { memo, useMemo, useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import type { ReminderForm } from '#contract/exceptions.ts';
import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import { daysLeftWords } from '#core/exceptions/exception-words.ts';
import { listReminders, type OwnersReminders, type ReminderKind, reminderNames } from '#core/exceptions/reminders.ts';
import { daysBetween, shortDate } from '#core/local-time.ts';
import type { Outcome } from '#core/outcome.ts';
import { plural } from '#core/report/term-words.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';
import { WrittenFiles } from '../../written-files.tsx';
import css from './exceptions.module.css';
import type { Exceptions } from './use-exceptions.ts';

type Props = { readonly register: Exceptions; readonly found: readonly RegisteredException[] };

/** Of what is listed: whom to remind of what, and as a calendar or a table. Nothing is sent anywhere. */
export const RemindersPanel = memo(function RemindersPanel({ register: { today }, found }: Props) {
  const [isOpen, setOpen] = useState(false); // hundreds of lines that nobody sees would be drawn at every letter of the filter
  const owners = useMemo(() => listReminders(found, (day) => daysBetween(today, day)), [found, today]);
  const count = owners.reduce((sum, { reminders }) => sum + reminders.length, 0);
  const { outcome, isBusy, write } = useWriting(found);
  const bridge = useBridge();
  const open = () => bridge.open_exceptions_folder({}).catch(failed);
  return (
    <details className={css.reminders} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="link">Reminders of what is listed: {count === 0 ? 'nothing is due' : count}</summary>
      {isOpen && owners.map((one) => <OwnersList key={one.owner ?? ''} {...one} />)}
      <p className={css.save}>
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => void write('ics')}>
          Write .ics, an all-day entry for each end
        </button>
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => void write('csv')}>
          Write CSV of {plural(count, 'reminder')}
        </button>
      </p>
      {outcome?.ok === false && <ProblemNotice problem={outcome.problem} takesFocus />}
      <WrittenFiles written={outcome?.ok ? outcome.value : null} onOpen={open} />
    </details>
  );
});

function useWriting(found: readonly RegisteredException[]) {
  const bridge = useBridge();
  const [outcome, setOutcome] = useState<Outcome<WrittenDocuments> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const write = async (form: ReminderForm) => {
    if (isBusy || found.length === 0) return;
    setBusy(true);
    setOutcome(await bridge.write_reminders({ exceptions: found.map(({ id }) => id), form }).catch(failed));
    setBusy(false);
  };
  return { outcome, isBusy: isBusy || found.length === 0, write };
}

const looks: Readonly<Partial<Record<ReminderKind, string>>> = { expired: 'state bad', decision_overdue: 'state warn' };

function OwnersList({ owner, reminders }: OwnersReminders) {
  return (
    <section className={css.owner} aria-label={owner ?? 'Nobody'}>
      <h2 className="row-title">
        <bdi>{owner ?? 'Nobody owns these'}</bdi>
      </h2>
      <ul className="small">
        {reminders.map(({ kind, id, title, day, days, words }) => (
          <li key={`${kind} ${id}`} className={css.reminder}>
            <span className={looks[kind] ?? 'state todo'}>{reminderNames[kind]}</span>
            <span className={css.when}>
              {shortDate(day)}, {daysLeftWords(days).toLowerCase()}
            </span>
            <span>
              <bdi className="strong">{id}</bdi> <bdi>{title}</bdi>
            </span>
            <span className="quiet">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const failed = (): Outcome<never> => ({ ok: false, problem: unreachable });
