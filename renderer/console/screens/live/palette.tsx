import { type KeyboardEvent, useMemo, useState } from 'react';
import { useRoomStore } from '../../../state/use-application.tsx';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';
import type { Item } from './palette-item.ts';
import { listItems } from './palette-items.ts';
import { listRoom } from './palette-more.ts';

const most = 60;
const longest = 160;

const read = [
  'bridge',
  'exercise',
  'isScribe',
  'state',
  'listActs',
  'start',
  'select',
  'selected',
  'open',
  'close',
  'cover',
  'pressM',
  'answerShown',
  'refuse',
] as const;

/** Every act, inject, person and entry by a few letters of its name. */
export function Palette() {
  const live = useLive(...read);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const room = useRoomStore();
  const items = useMemo(() => [...listItems(live), ...listRoom(live, room.getState())], [live, room]);
  const found = find(items, query);
  const chosen = Math.min(at, found.length - 1);

  function run(item: Item | undefined) {
    if (!item) return;
    live.close();
    item.run();
  }
  function press(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % Math.max(found.length, 1));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(found[chosen]);
    }
  }
  return (
    <Dialog title="Find" onClose={live.close}>
      <input
        className="field"
        data-focus
        role="combobox"
        aria-label="Find an act, inject, person or entry"
        aria-expanded="true"
        aria-controls="palette-options"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <Options found={found} chosen={chosen} onRun={run} />
      {live.state.phase !== 'running' && (
        <p className="tiny quiet">The exercise does not run, so what shows something new to the room is left out.</p>
      )}
      {found.length === 0 && <p className="quiet">Nothing has these letters. Try fewer.</p>}
    </Dialog>
  );
}

type OptionsProps = { readonly found: readonly Item[]; readonly chosen: number; readonly onRun: (item: Item) => void };

function Options({ found, chosen, onRun }: OptionsProps) {
  return (
    <div id="palette-options" role="listbox" aria-label="Found" className={s.options}>
      {found.map((item, index) => (
        <div
          key={item.id}
          id={`palette-${index}`}
          ref={(node) => {
            if (index === chosen) node?.scrollIntoView({ block: 'nearest' });
          }}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={s.option}
          onClick={() => onRun(item)}
          onKeyDown={() => undefined}
        >
          <span>{item.name.slice(0, longest)}</span>
          <span className="tiny quiet">{item.hint}</span>
        </div>
      ))}
    </div>
  );
}

/** What is called just so comes first, then what begins so, then where a word does; otherwise as listed. */
function find(items: readonly Item[], query: string): readonly Item[] {
  const begun = query.trim().toLowerCase();
  if (begun === '') return items.slice(0, most);
  const rank = ({ name, words = '' }: Item) => {
    const own = ` ${name.toLowerCase()}`;
    if (own === ` ${begun}` || ` ${words} `.includes(` ${begun} `)) return 0;
    if (own.startsWith(` ${begun}`)) return 1;
    return own.includes(` ${begun}`) ? 2 : 3;
  };
  const found = items.filter(({ name, words = '', hint }) => matches(`${name} ${words} ${hint}`, query));
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

function matches(words: string, query: string): boolean {
  const text = words.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
