import { type KeyboardEvent, useState } from 'react';
import type { Problem } from '#core/outcome.ts';

/** A form that tells a register something: what was refused stays in it, what was taken is said. */
export function useTold<Change>(tell: (change: Change) => Promise<Problem | null>) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const give = async (change: Change, words: string) => {
    if (isBusy) return;
    setBusy(true);
    const refused = await tell(change);
    setBusy(false);
    setProblem(refused);
    setSaid(refused ? '' : words);
  };
  return { problem, said, isBusy, give };
}

/** Ctrl Enter saves from within a text of several lines too. */
export const onCtrlEnter = (save: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  save();
};
