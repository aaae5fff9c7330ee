import { type Block, paragraph, type ReportDocument } from '../report/document.ts';
import { drawPiece } from './draw-piece.ts';
import type { Pack } from './pack.ts';
import { paperOf, sheet } from './paper.ts';

/** A sheet for each inject the whole room may read. */
export function buildHandouts(pack: Pack): ReportDocument {
  const { tlp } = pack.setup.plan;
  const sheets = pack.handouts.flatMap(({ number, piece }): readonly Block[] => [
    sheet(`Handout ${number}`, piece.tlp ?? tlp),
    ...drawPiece(piece),
  ]);
  const none = [sheet('Handouts', tlp), paragraph('Nothing in this exercise is handed to everybody.')];
  return paperOf(pack, 'Handouts', sheets.length > 0 ? sheets : none);
}
