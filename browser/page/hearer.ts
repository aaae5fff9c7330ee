import type { Numbered } from './follow-stream.ts';
import { isWell, type Said } from './speaker.ts';
import type { ToldOnce } from './told-once.ts';

/**
 * Tells a window without a stream what the others say. Until it is told how things stand it keeps what else it hears: the answer
 * may come from a window that stood still, and be older than that.
 */
export function createHearer(told: ToldOnce): (said: Said) => void {
  let early: Numbered[] = [];
  const hearFirst = (said: Said) => {
    if (said.say === 'value') early.push(said.value);
    if (said.say !== 'stands') return;
    told.open(false);
    for (const value of [...said.values, ...early].sort(([one], [other]) => one - other)) told.value(value);
    early = [];
    if (!said.isOpen) told.lost();
  };
  const hearLater = (said: Said) => {
    if (said.say === 'lost') told.lost();
    if (said.say === 'open' || (isWell(said) && told.connection() === 'lost')) told.open(true);
    if (said.say === 'value') told.value(said.value);
    if (said.say === 'stands') said.values.forEach(told.value);
  };
  return (said) => {
    if (said.say === 'refused') told.refused();
    else if (told.connection() === 'new') hearFirst(said);
    else hearLater(said);
  };
}
