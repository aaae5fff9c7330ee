import type { KeyOf, ToldOnce, Window } from './told-once.ts';

/**
 * A browser opens six connections to one address at most, and a stream keeps one for ever: the sixth window would never load, and
 * nothing could be asked any more. So many windows have a stream of their own; the others are told by them.
 */
export const ownStreams = 3;

export type Sharing = {
  readonly address: string;
  readonly token: string;
  readonly told: Window;
  readonly keyOf: KeyOf;
};
export type Shared = Omit<Sharing, 'told'> & { readonly told: ToldOnce };

/** By launch: a tab of an earlier one keeps no place. */
const nameOf = ({ token }: Shared, place: number) => `muster ${place} ${token}`;

/** Held until its answer is called, or for as long as the window lives; null: another window has it. */
export function takePlace(shared: Shared, place: number): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    void navigator.locks.request(nameOf(shared, place), { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      return new Promise<void>((leave) => resolve(leave));
    });
  });
}

/** Waits for the first place that becomes free, and keeps it for as long as the window lives. */
export function waitForPlace(shared: Shared, take: (place: number) => void): void {
  const waiting = new AbortController();
  const begin = (place: number) => {
    if (waiting.signal.aborted) return undefined;
    waiting.abort();
    take(place);
    return new Promise<never>(() => {});
  };
  for (let place = 1; place <= ownStreams; place += 1) {
    // Refused once the window has another place.
    navigator.locks.request(nameOf(shared, place), { signal: waiting.signal }, () => begin(place)).catch(() => {});
  }
}
