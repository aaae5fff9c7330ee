import { useState } from 'react';
import { type FeedKind, feedKinds, listFeed } from '#core/review/list-feed.ts';
import { EntryRow } from '../entry-row.tsx';
import { EntryRows } from '../entry-rows.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { PasteScribesNotes } from './paste-scribes-notes.tsx';

/** As many rows as the window draws at once. */
const page = 100;

/** All that stands, by kind and by word; every entry can be changed or withdrawn from here. */
export function FeedStep() {
  const { state } = useReviewed();
  const [kind, setKind] = useState<FeedKind | ''>('');
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  const rows = listFeed(state).filter(
    (row) => (kind === '' || row.kind === kind) && `${row.id ?? ''} ${row.text}`.toLowerCase().includes(words),
  );
  return (
    <>
      <div className={css.fields}>
        <label className="label">
          Kind
          <select className="field" value={kind} onChange={(event) => setKind(kindIn(event.currentTarget.value))}>
            <option value="">Everything</option>
            {Object.entries(feedKinds).map(([value, { name }]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          Find
          <input
            className="field"
            type="search"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      </div>
      <PasteScribesNotes />
      <p className="small quiet" role="status">
        {rows.length === 1 ? '1 entry' : `${rows.length} entries`}
      </p>
      <EntryRows rows={rows} page={page} draw={(row) => <EntryRow key={row.seq} row={row} />} />
    </>
  );
}

function kindIn(value: string): FeedKind | '' {
  return value in feedKinds ? (value as FeedKind) : ''; // the options are the keys of the table
}
