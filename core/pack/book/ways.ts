import { capitalise, listWords, sentence } from '../../report/term-words.ts';
import type { ContingencyInject, Inject } from '../../scenario/schema.ts';
import type { Pack } from '../pack.ts';
import { readerWords } from '../slips.ts';

type Any = Pick<Inject | ContingencyInject, 'id' | 'audience' | 'from'>;

/** How an inject reaches people on paper: `Handout 3, to everybody`. */
export function wayOut(pack: Pack, { id, audience, from }: Any): string {
  switch (audience) {
    case 'room':
      return capitalise(`${sheetsOf(pack, id, false)}, to everybody`);
    case 'named':
      return capitalise(sheetsOf(pack, id, false));
    case 'facilitator_reads':
      return `Read aloud, as ${from}`;
  }
}

/** The same with what must not happen. */
export function wayOutInFull(pack: Pack, inject: Any): string {
  const more = { room: '', named: ' Nobody else learns that it exists.', facilitator_reads: ' Nobody gets the words.' };
  return `${sentence(wayOut(pack, inject))}${more[inject.audience]}`;
}

/** What goes out instead where the team has done already what the inject asks for. */
export function otherWayOut(pack: Pack, { id, audience }: Any): string {
  return audience === 'facilitator_reads' ? 'read the other text' : `give ${sheetsOf(pack, id, true)} instead`;
}

/** One from the pocket has spare sheets only. */
function sheetsOf({ handouts, slips }: Pack, id: string, isOther: boolean): string {
  const ofInject = <Sheet extends { readonly inject: string; readonly isSpare: boolean }>(sheets: readonly Sheet[]) => {
    const own = sheets.filter(({ inject }) => inject === id);
    const planned = own.filter(({ isSpare }) => !isSpare);
    return isOther ? own.filter(({ isSpare }) => isSpare) : planned.length > 0 ? planned : own;
  };
  const named = ofInject(slips).filter(({ holds }) => holds.is === 'piece');
  const words = [
    ...ofInject(handouts).map(({ number }) => `handout ${number}`),
    ...named.map(({ number, to }) => `slip ${number} to ${readerWords(to)}`),
  ];
  return listWords(words);
}

/** `card 2`, `slip 5`: the paper on which a decision is written down. */
export function cardOf({ cards, slips }: Pack, id: string): string {
  const open = cards.filter(({ inject }) => inject === id).map(({ number }) => `card ${number}`);
  const kept = slips.filter(({ inject, holds }) => inject === id && holds.is === 'decision');
  return listWords([...open, ...kept.map(({ number }) => `slip ${number}`)]);
}
