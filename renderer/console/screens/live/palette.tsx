import { type KeyboardEvent, useMemo, useState } from 'react';
import { listFeed } from '#core/exercise/views/console-view-feed.ts';
import { listOrder, listPocket } from '#core/exercise/views/console-view-order.ts';
import type { RoomMirror } from '../../../state/room-store.ts';
import { useRoomStore } from '../../../state/use-application.tsx';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { type Live, useLive } from './live-context.tsx';
import { openScribe } from './open-scribe.ts';
import { turnPage } from './turn-page.ts';
import { canFinish } from './use-keys.ts';

type Item = { readonly id: string; readonly name: string; readonly hint: string; readonly run: () => void };

const most = 60;
const longest = 160;

/** Every act, inject, person and entry by a few letters of its name. */
export function Palette() {
  const live = useLive(
    'bridge',
    'exercise',
    'isScribe',
    'state',
    'listActs',
    'start',
    'select',
    'open',
    'close',
    'cover',
    'pressM',
    'answerShown',
  );
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const room = useRoomStore();
  const items = useMemo(() => [...listItems(live), ...listPages(live, room.getState())], [live, room]);
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

type Needs = Pick<
  Live,
  | 'bridge'
  | 'exercise'
  | 'isScribe'
  | 'state'
  | 'listActs'
  | 'start'
  | 'select'
  | 'open'
  | 'cover'
  | 'pressM'
  | 'answerShown'
>;

function listItems(live: Needs): readonly Item[] {
  const { state, start, select, open, cover } = live;
  const actItems = live.listActs().map(({ id, name, key, place }) => ({
    id: `act ${id}`,
    name,
    hint: key ?? place,
    run: () => (id === 'release' ? start('release', '') : start(id)),
  }));
  const look = (hint: string, { inject, title }: { readonly inject: string; readonly title: string }) => ({
    id: `inject ${inject}`,
    name: cover === 'none' ? `${inject} ${title}` : inject,
    hint,
    run: () => select(inject),
  });
  const injects = [
    ...listOrder(state, live.pressM()).map((row) => look('Look at this inject', row)),
    ...listPocket(state).map((row) => look('Contingency pocket', row)),
  ];
  const people = (state.setup?.participants ?? []).map(({ name, role }, at) => ({
    id: `person ${at}`,
    name: `${name}, ${role}`,
    hint: 'Arrives or leaves',
    run: () => open({ kind: 'menu', title: name, ids: ['left', 'arrived'], about: role }),
  }));
  const entries = (cover === 'all' ? [] : listFeed(state))
    .filter(({ canBeWithdrawn }) => canBeWithdrawn)
    .map(({ seq, text }) => ({
      id: `entry ${seq}`,
      name: text,
      hint: 'Amend or withdraw',
      run: () => open({ kind: 'menu', title: 'Entry', ids: ['amend', 'withdraw'], about: String(seq) }),
    }));
  if (live.isScribe) return [...actItems, ...listPlaces(live), ...entries];
  return [...actItems, ...listPlaces(live), ...injects, ...people, ...entries];
}

/** What is opened and changes nothing by itself. */
function listPlaces(live: Needs): readonly Item[] {
  const { open, cover } = live;
  const screen = {
    id: 'screen',
    name: cover === 'all' ? 'Show notes: only I see this screen' : 'Hide notes: the room sees this screen',
    hint: 'This screen',
    run: () => live.answerShown(cover === 'all' ? 'no' : 'yes'),
  };
  const clocks = {
    id: 'clocks',
    name: 'Legal clocks',
    hint: 'Strip under the head',
    run: () => open({ kind: 'clocks', about: '' }),
  };
  const programme = {
    id: 'programme',
    name: 'Programme, home',
    hint: 'The exercise goes on',
    run: () => {
      window.location.hash = '#/';
    },
  };
  const notes = { id: 'notes', name: 'Paste the scribe’s notes…', hint: 'Capture', run: () => open({ kind: 'notes' }) };
  const finish = { id: 'finish', name: 'Finish by…', hint: 'F', run: () => open({ kind: 'finish' }) };
  if (live.isScribe) return [notes, screen];
  const scribe = {
    id: 'scribe',
    name: 'Open a window for the scribe',
    hint: 'Capture alone',
    run: () => openScribe(live.bridge, live.exercise),
  };
  return [...(canFinish(live) ? [finish, notes, scribe] : []), clocks, screen, programme];
}

/** Only where there is more than one. */
function listPages({ bridge, isScribe }: Needs, room: RoomMirror): readonly Item[] {
  if (room.pages < 2 || isScribe) return [];
  return ([1, -1] as const).map((step) => ({
    id: `page ${step}`,
    name: step === 1 ? 'Next page in the room' : 'Previous page in the room',
    hint: step === 1 ? '→' : '←',
    run: () => turnPage(bridge, room, step),
  }));
}

/** What begins so comes first, then where a word does; otherwise as listed. */
function find(items: readonly Item[], query: string): readonly Item[] {
  const begun = query.trim().toLowerCase();
  const rank = ({ name }: Item) => {
    const words = ` ${name.toLowerCase()}`;
    if (words.startsWith(` ${begun}`)) return 0;
    return words.includes(` ${begun}`) ? 1 : 2;
  };
  const found = items.filter(({ name, hint }) => matches(`${name} ${hint}`, query));
  return found.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

function matches(words: string, query: string): boolean {
  const text = words.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part));
}
