import { type Block, note, paragraph } from '../document.ts';
import type { Facts } from '../facts.ts';
import { listShown } from './assurance-rows.ts';

/** Section 10: only what was really exercised, with the record that shows it. Source: spec.md C.9. */
export function writeAssurance(facts: Facts): readonly Block[] {
  const head: Block = { is: 'section', number: 10, text: 'Assurance mapping' };
  const rows = listShown(facts);
  if (rows.length === 0) return [head, paragraph('Nothing was exercised that a requirement asks for.')];
  return [
    head,
    {
      is: 'table',
      caption: 'Requirements this exercise has something to show for',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Requirement', width: 3000 },
        { head: 'What it asks', width: 2460 },
        { head: 'Record that shows it', width: 3900 },
      ],
      rows,
    },
    note(
      'What was not exercised is not listed. An exercise shows what was discussed, not that a control works. The mapping is from practice; whoever relies on it reads the clause.',
    ),
  ];
}
