import { beforeAll, describe, expect, test } from 'vitest';
import { drawPiece } from '#core/pack/draw-piece.ts';
import type { Piece } from '#core/pack/piece.ts';
import { listPlayed } from '#core/plan/session-summary.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { packOf, tellPaper, tryPack } from '../../support/pack.ts';
import { quarterScripts, readQuarter } from '../../support/quarter-scripts.ts';
import { tellDocument } from '../../support/told.ts';

const quarters = new Map<string, Scenario>();
const quarter = (name: string): Scenario => quarters.get(name) ?? expect.unreachable(`no ${name}`);

beforeAll(async () => {
  for (const name of quarterScripts) quarters.set(name, await readQuarter(name));
});

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each(quarterScripts)('The pack of %s', (name) => {
  test('plays what the plan keeps, in its order, and numbers its handouts without a gap', () => {
    const scenario = quarter(name);
    const pack = packOf(scenario);
    const kept = listPlayed(scenario, pack.setup);
    expect(pack.played.map(({ inject }) => inject.id)).toEqual(kept);
    expect(pack.handouts.map(({ number }) => number)).toEqual(pack.handouts.map((_, at) => at + 1));
    const main = pack.handouts.filter(({ isSpare }) => !isSpare).map(({ inject }) => inject);
    expect(main).toEqual(kept.filter((id) => scenario.injects.find((inject) => inject.id === id)?.audience === 'room'));
    expect(pack.handouts.slice(main.length).every(({ isSpare }) => isSpare)).toBe(true);
  });

  test('loses no word of an artefact when it is drawn', () => {
    const { handouts, slips } = packOf(quarter(name), (plan) => ({ ...plan, plan: { ...plan.plan, length_min: 180 } }));
    const pieces: readonly Piece[] = [
      ...handouts.map(({ piece }) => piece),
      ...slips.flatMap(({ holds }) => (holds.is === 'piece' ? [holds.piece] : [])),
    ];
    expect(pieces.length).toBeGreaterThan(20);
    for (const piece of pieces) {
      const drawn = new Set(words(tellDocument({ blocks: drawPiece(piece) })));
      const own = words([piece.from, piece.to, piece.subject ?? '', piece.body].join('\n'));
      expect(own.filter((word) => !drawn.has(word))).toEqual([]);
    }
  });

  test('leaves no placeholder open in any paper, and takes the plan’s names', () => {
    const pack = packOf(quarter(name), (plan) => ({
      ...plan,
      organisation: { ...plan.organisation, name: 'Fährwerk Überlingen GmbH' },
    }));
    const book = tellPaper(pack, 'exercise-facilitator-book');
    expect(book).toContain('Fährwerk Überlingen GmbH');
    for (const paper of [book, tellPaper(pack, 'exercise-handouts'), tellPaper(pack, 'exercise-private-slips')])
      expect(paper).not.toContain('{{');
  });

  test('tells the facilitator every handout and every slip it holds', () => {
    const pack = packOf(quarter(name));
    const book = tellPaper(pack, 'exercise-facilitator-book').toLowerCase();
    const missing = [
      ...pack.handouts.map(({ number }) => `handout ${number}`),
      ...pack.slips.map(({ number }) => `slip ${number}`),
      ...pack.cards.map(({ number }) => `card ${number}`),
    ].filter((sheet) => !new RegExp(`${sheet}\\b`).test(book));
    expect(missing).toEqual([]);
  });
});

describe('The story on paper', () => {
  test('keeps its weekdays and times of day when it is moved by whole weeks', () => {
    const scenario = quarter('q1-data-breach');
    const there = tellPaper(packOf(scenario), 'exercise-handouts');
    const moved = packOf(scenario, (plan) => ({
      ...plan,
      plan: { ...plan.plan, storyline_start: '2027-03-02T09:05' },
    }));
    expect(tellPaper(moved, 'exercise-handouts')).toBe(there);
    expect(there).toContain('Alert · Tue 09:05');
    expect(tellPaper(moved, 'exercise-facilitator-book')).toContain('the story begins Tue 2 Mar, 09:05');
  });

  test('has the minutes at which the console would call an inject due, and both situation reports', () => {
    const book = tellPaper(packOf(quarter('q1-data-breach')), 'exercise-facilitator-book');
    expect(book).toMatch(/T\+18 \| Tue 09:31 \| "Might just be the new connector"/);
    expect(book).toMatch(/T\+35 \| {2}\| Situation report/);
    expect(book).toMatch(/T\+105 \| {2}\| Play ends/);
  });
});

describe('A private inject', () => {
  const readersOf = (people: readonly { readonly name: string; readonly role: 'EXEC' | 'LEGAL' }[]) =>
    packOf(quarter('q1-data-breach'), (plan) => ({ ...plan, participants: [...people] }))
      .slips.filter(({ inject, holds }) => inject === 'Q1-130' && holds.is === 'piece')
      .map(({ to }) => to);

  test('goes to everybody who holds a named role, once each', () => {
    const people = [
      { name: 'Ruth', role: 'LEGAL' },
      { name: 'Omar', role: 'LEGAL' },
      { name: 'Ruth', role: 'EXEC' },
    ] as const;
    expect(readersOf(people)).toEqual([
      { name: 'Ruth', roles: ['LEGAL', 'EXEC'] },
      { name: 'Omar', roles: ['LEGAL'] },
    ]);
  });

  test('waits for a role that nobody holds yet', () => {
    expect(readersOf([{ name: 'Ruth', role: 'LEGAL' }])).toEqual([
      { name: 'Ruth', roles: ['LEGAL'] },
      { name: null, roles: ['EXEC'] },
    ]);
  });
});

describe('Whoever facilitates and commands', () => {
  test('finds what gives the story away behind everything that is opened during play', () => {
    const pack = packOf(quarter('q1-data-breach'), (plan) => ({ ...plan, plan: { ...plan.plan, seat: 'both' } }));
    const book = tellPaper(pack, 'exercise-facilitator-book');
    const [beforePlay = '', , rest = ''] = book.split(/^[23] (?:Running order|Injects)$/m);
    const { scenario } = pack;
    for (const secret of [scenario.storyline.trim(), ...scenario.injects.map(({ title }) => title)])
      expect(beforePlay).not.toContain(secret);
    expect(book.split(/^3 Injects$/m)[0]).not.toContain('A second key and a bucket walk');
    expect(rest).toMatch(/6 After play[\s\S]*A contractor's laptop was infected/);
  });
});

describe('A plan that cannot be played', () => {
  test('gives no pack, and says what the musts need', () => {
    const tried = tryPack(quarter('q1-data-breach'), (plan) => ({ ...plan, plan: { ...plan.plan, length_min: 60 } }));
    expect(tried).toMatchObject({ ok: false, problem: { code: 'unplayable' } });
    expect(JSON.stringify(tried)).toContain('the musts need');
  });
});

test('The facilitator book names a function that the story has a part for and asks nothing of by name', () => {
  const nobody = packOf(quarter('q3-insider-threat'), (plan) => ({ ...plan, participants: [] }));
  const book = tellPaper(nobody, 'exercise-facilitator-book');
  expect(book).toContain('HR | nobody: you play it where the story needs it | –');
  expect(book).toMatch(/Legal \| nobody: you play it \| \d/);
});

describe('The papers to write on', () => {
  test.each([105, 150, 360])(
    'have two pages, and as many copies of the second as give a row every two minutes of %i',
    (length_min) => {
      const pack = packOf(quarter('q1-data-breach'), (plan) => ({ ...plan, plan: { ...plan.plan, length_min } }));
      const [first = '', second = '', ...more] = tellPaper(pack, 'exercise-capture-sheet').split(
        'Capture sheet, continued',
      );
      expect(more).toEqual([]);
      const countRows = (page: string) => page.match(/^ \| {2}\| {2}\| $/gm)?.length ?? 0;
      const copies = Number(/(\d+) cop(?:y|ies) of this page will do/.exec(second)?.[1]);
      expect(countRows(first) + copies * countRows(second)).toBeGreaterThanOrEqual(length_min / 2);
      expect(countRows(first) + (copies - 1) * countRows(second)).toBeLessThan(length_min / 2);
      expect(tellPaper(pack, 'exercise-facilitator-book')).toContain(`page 1 once, page 2 ${copies} times`);
    },
  );

  test('hold the twelve statements', () => {
    const pack = packOf(quarter('q1-data-breach'));
    const form = tellPaper(pack, 'exercise-feedback-form');
    expect(form).toContain('I could speak openly, including about problems | 1 | 2 | 3 | 4 | 5');
    expect(form).toContain('Anything you did not want to say aloud');
  });
});
