import type { ConsoleBridge } from '#contract/console.ts';

/** A second window of the console for whoever writes down. In a browser it is a tab, which only the page itself can open. */
export function openScribe(bridge: ConsoleBridge, exercise: string): void {
  void bridge
    .open_scribe({ exercise })
    .then((outcome) => outcome.ok && !outcome.value.opened && window.open(`#/scribe/${exercise}`))
    .catch(() => undefined);
}
