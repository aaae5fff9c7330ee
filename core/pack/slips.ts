import type { Participant } from '../exercise/setup.ts';
import { listWords, roleNames } from '../report/term-words.ts';
import type { ContingencyInject, Inject } from '../scenario/schema.ts';
import { type Role, roles } from '../scenario/vocabulary.ts';
import { otherPieceOf, type Piece, pieceOf, pocketPieceOf, type ReadTable } from './piece.ts';

/** A person with the roles for which they get it; without a name nobody holds the role yet. */
export type Addressee = { readonly name: string | null; readonly roles: readonly Role[] };

type Held =
  | { readonly is: 'piece'; readonly piece: Piece }
  | { readonly is: 'decision'; readonly question: string; readonly owner: Role };

/** One sheet for one reader. */
export type Slip = {
  readonly number: number;
  readonly inject: string;
  readonly to: Addressee;
  readonly holds: Held;
  readonly isSpare: boolean;
};
type Unnumbered = Omit<Slip, 'number'>;

/** Each private inject once for each of its readers, its decision behind it for whoever decides; spares come last. */
export function listSlips(
  order: readonly Inject[],
  pocket: readonly ContingencyInject[],
  participants: readonly Participant[],
  readTable: ReadTable,
): readonly Slip[] {
  const main = order.filter(isPrivate).flatMap((inject) => {
    const readers = listReaders(inject, participants);
    return [...forEach(readers, inject.id, pieceOf(inject, readTable), false), ...decisionSlips(inject, readers)];
  });
  const others = order.filter(isPrivate).flatMap((inject) => {
    const piece = otherPieceOf(inject, readTable);
    return piece ? forEach(listReaders(inject, participants), inject.id, piece, true) : [];
  });
  const fromPocket = pocket
    .filter(isPrivate)
    .flatMap((inject) => forEach(listReaders(inject, participants), inject.id, pocketPieceOf(inject), true));
  return [...main, ...others, ...fromPocket].map((slip, at) => ({ number: at + 1, ...slip }));
}

/** `Ruth Okafor, Legal`; `Legal` where nobody is named for it. */
export function readerWords({ name, roles: held }: Addressee): string {
  const functions = listWords(held.map((role) => roleNames[role]));
  return name === null ? functions : `${name}, ${functions}`;
}

function isPrivate({ audience }: Pick<Inject, 'audience'>): boolean {
  return audience === 'named';
}

function forEach(readers: readonly Addressee[], inject: string, piece: Piece, isSpare: boolean): readonly Unnumbered[] {
  return readers.map((to) => ({ inject, to, holds: { is: 'piece', piece }, isSpare }));
}

/** For whoever decides; where they may not read the inject, for all who may. */
function decisionSlips({ id, decision }: Inject, readers: readonly Addressee[]): readonly Unnumbered[] {
  if (!decision) return [];
  const { question, owner } = decision;
  const deciders = readers.filter(({ roles: held }) => held.includes(owner));
  return (deciders.length > 0 ? deciders : readers).map((to) => ({
    ...{ inject: id, to, isSpare: false },
    holds: { is: 'decision', question, owner },
  }));
}

/** Everybody who holds a named role, each once; a role without a person for itself. */
function listReaders(
  { named, roles: addressed }: Pick<Inject, 'named' | 'roles'>,
  participants: readonly Participant[],
): readonly Addressee[] {
  const wanted = roles.filter((role) => (named ?? addressed).includes(role));
  const held = new Map<string, Role[]>();
  const open: Addressee[] = [];
  for (const role of wanted) {
    const holders = participants.filter((person) => person.role === role);
    for (const { name } of holders) held.set(name, [...(held.get(name) ?? []), role]);
    if (holders.length === 0) open.push({ name: null, roles: [role] });
  }
  return [...[...held].map(([name, own]) => ({ name, roles: own })), ...open];
}
