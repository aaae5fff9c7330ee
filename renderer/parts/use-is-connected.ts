import { useSyncExternalStore } from 'react';

let isLost = false;
const listeners = new Set<() => void>();

/** The browser shell's bridge tells the window when Muster stops answering and when it answers again. */
if (typeof window !== 'undefined') {
  window.addEventListener('muster:connection', (event) => {
    isLost = event instanceof CustomEvent && event.detail === 'lost';
    for (const listener of listeners) listener();
  });
}

/** False while what this window shows is only what was true last. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(subscribe, () => !isLost);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
