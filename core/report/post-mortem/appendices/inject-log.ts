import { findFirst, isLeftOut, listStandingOf } from '../../../exercise/state.ts';
import { type Block, type Cell, paragraph } from '../../document.ts';
import { clockMark, type Facts } from '../../facts.ts';

/** Appendix B: every inject of the script, then those from the pocket and improvised, planned against played. */
export function writeInjectLog(facts: Facts): readonly Block[] {
  const head: Block = { is: 'appendix', letter: 'B', text: 'Inject log' };
  const { injects, contingency } = facts.state.scenario;
  const rows = [
    ...injects.map(({ id, title, t }) => [id, title, `T+${t}`, playedCell(facts, id)] as const),
    ...contingency.flatMap(({ id, title }) => listUnplanned(facts, id, title, 'from the pocket')),
    ...listStandingOf(facts.state, 'inject_improvised').map(
      ({ m, data }) => [data.inject, data.title, 'improvised', clockMark(facts, m)] as const,
    ),
  ];
  if (rows.length === 0) return [head, paragraph('The script has no inject.')];
  return [
    head,
    {
      is: 'table',
      caption: 'Injects, planned and played; minutes planned are those of the whole script',
      look: 'tight',
      columns: [
        { head: 'Inject', width: 1200 },
        { head: 'Title', width: 4500 },
        { head: 'Planned', width: 1380 },
        { head: 'Played', width: 2280 },
      ],
      rows,
    },
  ];
}

function playedCell(facts: Facts, id: string): Cell {
  const { state, setup } = facts;
  const released = findFirst(state, `released:${id}`);
  if (released?.type === 'inject_released') {
    const how = released.data.already_done ? ', as already done' : released.data.reinstated ? ', after all' : '';
    return `${clockMark(facts, released.m)}${how}`;
  }
  const before = setup.left_out.find(({ inject }) => inject === id);
  if (before) return `left out (${before.because})`;
  return isLeftOut(state, id) ? 'skipped or left out in play' : 'not reached';
}

function listUnplanned(facts: Facts, id: string, title: string, planned: string): readonly (readonly Cell[])[] {
  const released = findFirst(facts.state, `released:${id}`);
  return released ? [[id, title, planned, clockMark(facts, released.m)]] : [];
}
