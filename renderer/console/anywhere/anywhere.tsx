import { useCallback, useEffect, useState } from 'react';
import type { Place } from '../place.ts';
import { FindPlace } from './find-place.tsx';
import { isTyping } from './is-typing.ts';
import { KeySheet } from './key-sheet.tsx';
import { keysHere } from './keys-here.ts';

/** Both are here at once: what is typed while one is fetched would fall into the page. */
type Opened = 'find' | 'keys' | null;

const note =
  'A letter acts only while nothing is being typed. The live console has more keys, and the same ? to list them.';

/** Ctrl K and ? on every screen but the live console, which answers them itself; by mouse, too. */
export function Anywhere({ at }: { readonly at: Place }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = useCallback(() => setOpened(null), []);
  const openKeys = useCallback(() => setOpened('keys'), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (asked === null) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) setOpened(asked);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <button type="button" className="theme-toggle" onClick={() => setOpened('find')}>
        Find <kbd>Ctrl K</kbd>
      </button>
      <button type="button" className="theme-toggle" onClick={openKeys}>
        Keys <kbd>?</kbd>
      </button>
      {opened === 'find' && <FindPlace onClose={close} onKeys={openKeys} />}
      {opened === 'keys' && <KeySheet groups={keysHere(at)} note={note} onClose={close} />}
    </>
  );
}

/** A question mark that is being written is no question; the browser’s own Ctrl K is never wanted here. */
function askedBy({ key, ctrlKey, metaKey, altKey, repeat, target }: KeyboardEvent): Opened {
  if (repeat || altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' ? 'find' : null;
  return key === '?' && !isTyping(target) ? 'keys' : null;
}
