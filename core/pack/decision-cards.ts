import type { Block, ReportDocument } from '../report/document.ts';
import { roleNames } from '../report/term-words.ts';
import type { Role } from '../scenario/vocabulary.ts';
import type { Pack } from './pack.ts';
import { paperOf, sheet } from './paper.ts';

/** For decisions nobody foresaw. */
const blankCards = 2;

/** A card for each decision the room may know of, two to a page. Options stand in the facilitator book only. */
export function buildDecisionCards(pack: Pack): ReportDocument {
  const blank = Array.from({ length: blankCards }, () => drawDecision('Decision card', null, null));
  return paperOf(pack, 'Decision cards', [
    sheet('Decision cards', pack.setup.plan.tlp),
    ...pack.cards.flatMap(({ number, question, owner }) => drawDecision(`Decision card ${number}`, question, owner)),
    ...blank.flat(),
  ]);
}

export function drawDecision(title: string, question: string | null, owner: Role | null): readonly Block[] {
  return [
    { is: 'headline', text: title },
    {
      is: 'form',
      rows: [
        { name: 'To decide', ...(question === null ? { height: 900 } : { words: [{ bold: question }] }) },
        { name: 'Who decides', ...(owner === null ? {} : { words: roleNames[owner] }), height: 420 },
        { name: 'Asked at', height: 420 },
        { name: 'Decided at', height: 420 },
        { name: 'Choice', height: 1560 },
        { name: 'Reasoning', height: 2400 },
      ],
    },
  ];
}
