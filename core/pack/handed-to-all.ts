import type { ContingencyInject, Inject } from '../scenario/schema.ts';
import type { Role } from '../scenario/vocabulary.ts';
import { otherPieceOf, type Piece, pieceOf, pocketPieceOf, type ReadTable } from './piece.ts';

/** `isSpare`: lies aside until it is needed, the script's other text or one from the pocket. */
export type Handout = {
  readonly number: number;
  readonly inject: string;
  readonly piece: Piece;
  readonly isSpare: boolean;
};
export type Card = {
  readonly number: number;
  readonly inject: string;
  readonly question: string;
  readonly owner: Role;
};

/**
 * Sheets for everybody. Numbered through, so that no number tells of what is private or read aloud; what may never be
 * needed comes last.
 */
export function listHandouts(
  order: readonly Inject[],
  pocket: readonly ContingencyInject[],
  readTable: ReadTable,
): readonly Handout[] {
  const open = order.filter(({ audience }) => audience === 'room');
  const main = open.map((inject) => ({ inject: inject.id, piece: pieceOf(inject, readTable), isSpare: false }));
  const others = open.flatMap((inject) => {
    const piece = otherPieceOf(inject, readTable);
    return piece ? [{ inject: inject.id, piece, isSpare: true }] : [];
  });
  const fromPocket = pocket
    .filter(({ audience }) => audience === 'room')
    .map((inject) => ({ inject: inject.id, piece: pocketPieceOf(inject), isSpare: true }));
  return [...main, ...others, ...fromPocket].map((sheet, at) => ({ number: at + 1, ...sheet }));
}

/** Decisions the room may know of; those of a private inject go out as slips. */
export function listCards(order: readonly Inject[]): readonly Card[] {
  const open = order.filter(({ audience }) => audience !== 'named');
  const asked = open.flatMap(({ id, decision }) =>
    decision ? [{ inject: id, question: decision.question, owner: decision.owner }] : [],
  );
  return asked.map((card, at) => ({ number: at + 1, ...card }));
}
