import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import s from '../screens/live/dialog.module.css';
import { Dialog } from '../screens/live/dialog.tsx';
import { findItems, type Item } from './item.ts';

const longest = 160;

type Props = {
  /** What can be found, for whoever cannot see it. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly onClose: () => void;
  /** More is on its way: what has not been found yet may still be. */
  readonly isLoading?: boolean;
  /** Below what was found. */
  readonly children?: ReactNode;
};

/** A palette: what is chosen by a few letters of its name, with the arrows and Enter, or with the mouse. */
export function FindDialog({ label, items, onClose, isLoading = false, children }: Props) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = findItems(items, query);
  const chosen = Math.min(at, found.length - 1);
  const [isEntered, setEntered] = useState(false);

  function run(item: Item | undefined) {
    if (!item) return;
    onClose();
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
      if (isLoading && found.length === 0) setEntered(true);
      else run(found[chosen]);
    }
  }
  useEffect(() => {
    if (!isEntered || isLoading) return;
    setEntered(false); // Enter came before what it is for
    run(found[0]);
  });
  return (
    <Dialog title="Find" onClose={onClose}>
      <input
        className="field"
        data-focus
        role="combobox"
        aria-label={label}
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
      {children}
      {found.length === 0 && !isLoading && <p className="quiet">Nothing has these letters. Try fewer.</p>}
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
