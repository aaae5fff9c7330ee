import { type Block, paragraph, type ReportDocument } from '../report/document.ts';
import { drawDecision } from './decision-cards.ts';
import { drawPiece } from './draw-piece.ts';
import type { Pack } from './pack.ts';
import { paperOf, sheet } from './paper.ts';
import { readerWords, type Slip } from './slips.ts';

/** A sheet for each reader of a private inject. */
export function buildPrivateSlips(pack: Pack): ReportDocument {
  const { tlp } = pack.setup.plan;
  const sheets = pack.slips.flatMap((slip): readonly Block[] => {
    const { number, to, holds } = slip;
    return [
      sheet(`Slip ${number}`, (holds.is === 'piece' ? holds.piece.tlp : null) ?? tlp),
      paragraph(
        { bold: `Only for ${readerWords(to)}. ` },
        'Fold it when you have read it. You decide what you tell the others.',
      ),
      ...drawHeld(slip),
    ];
  });
  const none = [sheet('Private slips', tlp), paragraph('Nothing in this exercise is for named readers only.')];
  return paperOf(pack, 'Private slips', sheets.length > 0 ? sheets : none);
}

function drawHeld({ holds }: Slip): readonly Block[] {
  if (holds.is === 'piece') return drawPiece(holds.piece);
  return drawDecision('Decision card', holds.question, holds.owner);
}
