import { useStore } from 'zustand/react';
import { useShallow } from 'zustand/react/shallow';
import type { StoreApi } from 'zustand/vanilla';

/** These fields of a store; the component is drawn again when one of them changes, and for no other. */
export function usePicked<State, Key extends keyof State>(
  store: StoreApi<State>,
  keys: readonly Key[],
): Pick<State, Key> {
  return useStore(
    store,
    useShallow((state) => Object.fromEntries(keys.map((key) => [key, state[key]])) as Pick<State, Key>), // each of the keys
  );
}
