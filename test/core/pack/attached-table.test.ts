import { expect, test } from 'vitest';
import { drawPiece } from '#core/pack/draw-piece.ts';
import { measure, type Table } from '#core/report/document.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { packOf } from '../../support/pack.ts';
import { readQuarter } from '../../support/quarter-scripts.ts';

const scenario = await readQuarter('q2-ransomware');
const first = scenario.injects.find(({ audience }) => audience === 'room') ?? expect.unreachable('no inject');

/** The first handout, where its inject has this attached. */
function handoutWith(kind: 'csv' | 'text', text: string) {
  const inject = { ...first, attachments: [{ name: 'hosts.csv', kind, text }] };
  const edited: Scenario = {
    ...scenario,
    injects: scenario.injects.map((one) => (one.id === first.id ? inject : one)),
  };
  const found = packOf(edited).handouts.find(({ inject: id }) => id === first.id);
  return drawPiece(found?.piece ?? expect.unreachable('no handout'));
}
const tables = (blocks: ReturnType<typeof drawPiece>) => blocks.filter((block): block is Table => block.is === 'table');
const csv = 'Host;State;Note\nfs-01;locked;"since; nine"\nfs-02;clean;\n';

test('A table attached to an inject is printed as the table the room is shown', () => {
  const [table] = tables(handoutWith('csv', csv));
  expect(table?.columns.map(({ head }) => head)).toEqual(['Host', 'State', 'Note']);
  expect(table?.rows).toEqual([
    ['fs-01', 'locked', 'since; nine'],
    ['fs-02', 'clean', ''],
  ]);
  expect(table?.columns.reduce((sum, { width }) => sum + width, 0)).toBe(measure);
});

test('What of a table is not shown is said on paper as in the room', () => {
  const rows = Array.from({ length: 502 }, (_, at) => `host-${at};locked`);
  const told = JSON.stringify(handoutWith('csv', ['Host;State', ...rows].join('\n')));
  expect(told).toContain('This is the first 500 of 502 rows.');
});

test.each([
  ['a text', 'text', csv],
  ['a table that cannot be read', 'csv', 'Host;State\nfs-01;"lo"cked'],
] as const)('%s stays the lines it is', (_, kind, text) => {
  const blocks = handoutWith(kind, text);
  expect(tables(blocks)).toEqual([]);
  expect(blocks).toContainEqual({ is: 'mono', isLarge: true, lines: text.trimEnd().split('\n') });
});
