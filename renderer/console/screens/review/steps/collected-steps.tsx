import { listPromised } from '#core/review/list-decisions.ts';
import { listFeed } from '#core/review/list-feed.ts';
import { EntryRow } from '../entry-row.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { ListSection } from './list-step.tsx';
import { Promote } from './promote.tsx';

export function StrengthsStep() {
  return (
    <>
      <ListSection
        title="Strengths"
        types={['strength_recorded']}
        empty="No strength was recorded. Ask what worked that must be kept."
        verb="record_strength"
        saveLabel="Record a strength"
      />
      <ListSection
        title="Observations"
        types={['observation_recorded']}
        empty="No observation was recorded."
        verb="record_observation"
        below={({ event }) => (event.type === 'observation_recorded' ? <Promote observation={event} /> : null)}
        saveLabel="Record an observation"
      />
    </>
  );
}

export function OpenItemsStep() {
  const { state } = useReviewed();
  const promised = new Set(listPromised(state).map(({ seq }) => seq));
  const rows = listFeed(state).filter(({ seq }) => promised.has(seq));
  return (
    <>
      <ListSection
        title="Parked"
        types={['item_parked']}
        empty="Nothing was parked."
        verb="park_item"
        saveLabel="Park an item"
      />
      <section className={css.sec}>
        <h3 className="row-title">Promised to come back</h3>
        <p className="small quiet">
          {rows.length === 0
            ? 'No answer is owed to the room.'
            : 'The room was promised an answer. Put it into the entry once there is one.'}
        </p>
        <ul>
          {rows.map((row) => (
            <EntryRow key={row.seq} row={row} />
          ))}
        </ul>
      </section>
    </>
  );
}
