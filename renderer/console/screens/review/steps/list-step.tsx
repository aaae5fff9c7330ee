import type { ReactNode } from 'react';
import type { EventType } from '#core/exercise/events.ts';
import { type FeedRow, listFeed } from '#core/review/list-feed.ts';
import type { FormVerb } from '#core/review/review-places.ts';
import type { Draw } from '../entry-form.tsx';
import { EntryRow } from '../entry-row.tsx';
import { EntryRows } from '../entry-rows.tsx';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { EntryWords } from './entry-words.tsx';

/** As many rows as the window draws at once. */
const page = 100;

type Props = {
  readonly title: string;
  readonly types: readonly EventType[];
  readonly empty: string;
  readonly verb: FormVerb;
  readonly saveLabel: string;
  readonly isMain?: boolean;
  /** What else can be done with one of them. */
  readonly below?: (row: FeedRow) => ReactNode;
  readonly layout?: (draw: Draw) => ReactNode;
};

/** Entries of one kind, each to be read and completed, and a form for one more. */
export function ListSection({ title, types, empty, verb, saveLabel, isMain = false, below, layout }: Props) {
  const { state, drafts } = useReviewed();
  const rows = listFeed(state).filter(({ event }) => types.includes(event.type));
  return (
    <section className={css.sec}>
      <h3 className="row-title">{title}</h3>
      {rows.length === 0 ? <p className="small quiet">{empty}</p> : null}
      <EntryRows
        rows={rows}
        page={page}
        draw={(row) => (
          <EntryRow key={row.seq} row={row} title={<EntryWords row={row} />}>
            {below?.(row)}
          </EntryRow>
        )}
      />
      <Fold title={saveLabel} isOpen={isMain || drafts.read(verb) !== undefined}>
        <NewForm verb={verb} saveLabel={saveLabel} isMain={isMain} isRepeated {...(layout && { layout })} />
      </Fold>
    </section>
  );
}
