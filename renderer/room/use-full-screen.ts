import { useEffect } from 'react';

/** A click, Enter or F fills the screen. Keys of a presenter's clicker do nothing here: the facilitator turns the page. */
export function useFullScreen(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (clickerKeys.has(event.key)) event.preventDefault();
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (isPlain && (event.key === 'Enter' || event.key.toLowerCase() === 'f')) fillScreen();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', fillScreen);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', fillScreen);
    };
  }, []);
}

/** F5 would reload the page in front of everyone; Esc stays the browser's own way out of the full screen. */
const clickerKeys: ReadonlySet<string> = new Set([
  'PageUp',
  'PageDown',
  'F5',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'b',
  'B',
  '.',
]);

function fillScreen(): void {
  if (document.fullscreenElement || !document.fullscreenEnabled) return;
  document.documentElement.requestFullscreen().catch(() => undefined);
}
