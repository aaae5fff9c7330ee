import type { SavedEventOf } from '#core/exercise/events.ts';
import { listStandingOf } from '#core/exercise/state.ts';
import { dayOf, shortDate } from '#core/local-time.ts';
import { ownerWords } from '#core/report/facts.ts';
import { severityNames } from '#core/report/term-words.ts';
import { dayOfLastSitting } from '#core/review/day-of-last-sitting.ts';
import { type FeedRow, listFeed } from '#core/review/list-feed.ts';
import { dueDays, suggestDue } from '#core/review/suggest-due.ts';
import { EntryRow } from '../entry-row.tsx';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';

type Gap = SavedEventOf<'gap_recorded'>['data'];

/** Gap by gap: what was agreed, who owns it, by when, and how one sees that it is done. */
export function ActionsStep() {
  const { state } = useReviewed();
  const gaps = listStandingOf(state, 'gap_recorded').map(({ data }) => data);
  const rows = listFeed(state).filter(({ event }) => event.type === 'action_agreed');
  const ids = new Set(gaps.map(({ gap }) => gap));
  const loose = rows.filter(({ event }) => event.type === 'action_agreed' && !ids.has(event.data.gap ?? ''));
  return (
    <>
      {gaps.map((gap) => (
        <GapActions key={gap.gap} gap={gap} rows={rows.filter(({ event }) => belongsTo(event, gap.gap))} />
      ))}
      <section className={css.sec}>
        <h3 className="row-title">Without a gap</h3>
        <ActionList rows={loose} />
        <AddAction gap={null} />
      </section>
    </>
  );
}

function belongsTo(event: FeedRow['event'], gap: string): boolean {
  return event.type === 'action_agreed' && event.data.gap === gap;
}

function GapActions({ gap, rows }: { readonly gap: Gap; readonly rows: readonly FeedRow[] }) {
  const { severity } = gap;
  const suggested = useSuggestedDue(severity);
  const over = suggested?.isOver ? `, which was ${shortDate(suggested.due)}` : '';
  const due = severity ? `${severityNames[severity]}, due in ${dueDays[severity]} days${over}` : 'No severity yet';
  return (
    <section className={css.sec} id={`at-${gap.gap}`} tabIndex={-1}>
      <div className={css.secHead}>
        <h3 className="row-title">
          {gap.gap}: <bdi>{gap.title}</bdi>
        </h3>
        <span className="small quiet nowrap">{due}</span>
      </div>
      <ActionList rows={rows} />
      <AddAction gap={gap} />
    </section>
  );
}

function ActionList({ rows }: { readonly rows: readonly FeedRow[] }) {
  if (rows.length === 0) return <p className="small quiet">No action yet.</p>;
  return (
    <ul>
      {rows.map((row) => (
        <EntryRow key={row.seq} row={row} title={<ActionWords row={row} />} />
      ))}
    </ul>
  );
}

function ActionWords({ row: { event } }: { readonly row: FeedRow }) {
  if (event.type !== 'action_agreed') return null;
  const { action_item, title, due_on, done_test } = event.data;
  return (
    <>
      <b className="strong">{action_item}</b> <bdi>{title}</bdi>
      <p className="small quiet">
        <bdi>{ownerWords(event.data)}</bdi>, {due_on ? `due ${shortDate(due_on)}` : 'no date'}
        {done_test ? (
          <>
            . Done when: <bdi>{done_test}</bdi>
          </>
        ) : (
          '. No done-test yet'
        )}
      </p>
    </>
  );
}

function AddAction({ gap }: { readonly gap: Gap | null }) {
  const { place, drafts } = useReviewed();
  const about = gap?.gap ?? null;
  const isAsked = about !== null && place.name === about;
  const isDrafted = drafts.read(about === null ? 'agree_action' : `agree_action/${about}`) !== undefined;
  const suggested = useSuggestedDue(gap?.severity);
  const due = suggested?.isOver ? '' : suggested?.due; // a day that is over is for whoever agrees to choose anew
  return (
    <Fold key={String(isAsked)} title={`Add an action${about ? ` for ${about}` : ''}`} isOpen={isAsked || isDrafted}>
      <NewForm
        verb="agree_action"
        about={about}
        fixed={about === null ? {} : { gap: about }}
        initial={{ due_on: due ?? '' }}
        saveLabel="Agree the action"
        isMain={isAsked}
        isRepeated
      />
    </Fold>
  );
}

function useSuggestedDue(severity: Gap['severity']) {
  const { state } = useReviewed();
  const today = dayOf(new Date().toISOString(), state.setup?.organisation.time_zone ?? 'UTC');
  return suggestDue(severity, dayOfLastSitting(state), today);
}
