import { createContext, useContext } from 'react';

/** Class names for the kinds of blocks: the same document is a preview on one screen and paper on another. */
export type Look = Readonly<Record<string, string>>;

const Context = createContext<Look>({});

export const LookProvider = Context;

export function useLook(): Look {
  return useContext(Context);
}
