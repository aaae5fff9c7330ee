import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import type { Command } from '#core/exercise/commands.ts';
import type { Block, Cell, Words } from '#core/report/document.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { end, played, release, type Step } from '../../support/play.ts';
import type { Figure } from '../figure.ts';
import { compareRounds, timeInTurn } from '../time.ts';

const captures = 1_000;
const warmUps = 3;
const rounds = 7;

/** A very long exercise becomes a document in the time that docx itself needs for the same paragraphs and tables, or little more. */
export async function measure(): Promise<readonly Figure[]> {
  const state = played([0, release('Q1-010')], ...Array.from({ length: captures }, captured), [captures + 1, end]);
  const head = 'a'.repeat(64);
  const { blocks } = buildPostMortem(state, head);
  const write = () => writeWord(buildPostMortem(state, head));
  const bare = () => Packer.toBuffer(new Document({ sections: [{ children: blocks.flatMap(layOutBare) }] }));
  await timeInTurn(warmUps, write, bare); // both compiled, the font read
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await timeInTurn(1, write, bare));
  return [compareRounds(`post-mortem of ${captures} captures over docx alone`, measured, 50, 3)];
}

function captured(_: unknown, index: number): Step {
  const kinds: readonly Command[] = [
    { type: 'record_observation', text: `The room asked for the list, ${index} minutes in`, kind: 'fact' },
    {
      type: 'record_gap',
      title: `Gap ${index}`,
      when: 'the mail came',
      missing: 'the archive held no list',
      effect: 'nobody was told',
      severity: 'medium',
      capability: 'containment',
      evidence: ['Q1-010'],
    },
    {
      type: 'record_decision',
      decision: 'new',
      question: `Question ${index}?`,
      by: 'IC',
      choice: 'Not yet',
      rationale: 'The facts are not in',
      missing: 'Whose data it is',
    },
    {
      type: 'record_strength',
      what: `Strength ${index}`,
      effect: 'nothing was lost',
      keep: 'The card stays on the wall',
      evidence: [],
    },
    {
      type: 'agree_action',
      register_id: `AI-2026Q1-${index}`,
      item: { title: `Action ${index}`, owner_name: 'Jo Moreau', due_on: '2026-04-16', done_test: 'A drill shows it' },
    },
  ];
  return [index + 1, kinds[index % kinds.length] as Command]; // the index is within the list
}

/** The same paragraphs and tables given to docx directly, with their style names and column widths; no figure, frame or style sheet. */
function layOutBare(block: Block): (Paragraph | Table)[] {
  switch (block.is) {
    case 'table': {
      const rows = [block.columns.map(({ head }) => head), ...block.rows];
      const widths = block.columns.map(({ width }) => width);
      return [paragraphOf(block.caption ?? '', 'Caption'), tableOf(rows, widths)];
    }
    case 'card':
      return [tableOf(block.rows, [1560, 7800])];
    case 'strip':
      return [tableOf([block.items.map(({ name }) => name), block.items.map(({ evidence }) => evidence)], [])];
    case 'lead':
      return [paragraphOf(block.text, 'Lead'), paragraphOf(block.by ?? '', 'LeadBy')];
    case 'swim_lanes':
      return [paragraphOf(block.caption, 'Caption')];
    case 'title':
    case 'subhead':
    case 'block_head':
    case 'page_head':
    case 'headline':
    case 'section':
      return [paragraphOf(block.text, 'Heading2')];
    case 'sheet':
    case 'band':
    case 'mono':
    case 'said':
    case 'form':
    case 'tracked':
    case 'appendix':
    case 'contents':
    case 'bar_chart':
    case 'tiles':
    case 'day_strip':
      return []; // the short form has none
    default:
      return [paragraphOf(block.words, 'Statement')];
  }
}

function tableOf(rows: readonly (readonly Cell[])[], columnWidths: number[]): Table {
  return new Table({
    ...(columnWidths.length > 0 ? { columnWidths } : {}),
    rows: rows.map((row) => {
      return new TableRow({ cantSplit: true, children: row.map((cell) => new TableCell({ children: cellOf(cell) })) });
    }),
  });
}

function cellOf(cell: Cell): Paragraph[] {
  if (typeof cell === 'string' || !('lines' in cell)) return [paragraphOf(cell, 'TableText')];
  return cell.lines.map(({ words }) => paragraphOf(words, 'TableText'));
}

function paragraphOf(words: Words, style: string): Paragraph {
  const runs = typeof words === 'string' ? [words] : words;
  const children = runs.map((run) => {
    if (typeof run === 'string') return new TextRun(run);
    return new TextRun({ text: Object.values(run).join(''), bold: true });
  });
  return new Paragraph({ style, children });
}
