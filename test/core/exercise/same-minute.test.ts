import { beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { listNext, listOrder } from '#core/exercise/views/console-view-order.ts';
import { buildFacilitatorBook } from '#core/pack/facilitator-book.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { packOf } from '../../support/pack.ts';
import { minute, playedOf, release, type Step } from '../../support/play.ts';
import { readQuarter } from '../../support/quarter-scripts.ts';
import { tellDocument } from '../../support/told.ts';

const move = (inject: string, to_min: number): Command => ({ type: 'move_inject', inject, to_min });

/** The whole script, with its second and third inject at the same minute. Source: definitions.md, "`move` changes only the due minute". */
describe('Two injects of the same minute', () => {
  let scenario: Scenario;
  let pack: Pack;
  let ids: readonly string[];
  beforeAll(async () => {
    const script = await readQuarter('q2-ransomware');
    const at = script.injects[1]?.t ?? 0;
    scenario = {
      ...script,
      injects: script.injects.map((inject, index) => (index === 2 ? { ...inject, t: at } : inject)),
    };
    ids = scenario.injects.map(({ id }) => id);
    pack = packOf(scenario, (plan) => ({ ...plan, plan: { ...plan.plan, length_min: scenario.duration_min } }));
  });
  const played = (...steps: readonly Step[]) => playedOf(scenario, pack.setup, ...steps);

  function tellSection(name: string): string {
    const { blocks } = buildFacilitatorBook(pack);
    const from = blocks.findIndex((block) => block.is === 'section' && block.text === name);
    const length = blocks.slice(from + 1).findIndex(({ is }) => is === 'section');
    return tellDocument({ blocks: blocks.slice(from, from + 1 + length) });
  }

  /** What goes out from the first to the last, where each time the one that stands next is released. */
  function releaseAll(steps: readonly Step[]): readonly string[] {
    const out: string[] = [];
    for (let count = 0; count < ids.length; count += 1) {
      const state = played(...steps, ...out.map((inject): Step => [170, release(inject)]));
      out.push(listNext(listOrder(state, minute(170)))[0]?.inject ?? '');
    }
    return out;
  }

  it('fall due together', () => {
    const minutes = listOrder(played(), 0).map((row) => row.minute);
    expect(minutes[1]).toBe(minutes[2]);
    expect(pack.played[1]?.minute).toBe(pack.played[2]?.minute);
  });

  it('stand in the order of the script in the running order, under what comes next and in the facilitator book', () => {
    const rows = listOrder(played(), 0);
    expect(rows.map(({ inject }) => inject)).toEqual(ids);
    expect(listNext(rows).map(({ inject }) => inject)).toEqual(ids);
    expect(pack.played.map(({ inject }) => inject.id)).toEqual(ids);
    for (const section of ['Running order', 'Injects']) {
      const told = tellSection(section);
      const places = ids.map((id) => told.indexOf(id));
      expect(places, section).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0], section).toBeGreaterThanOrEqual(0);
    }
  });

  it('go out in the order of the script, one after the other', () => {
    expect(releaseAll([])).toEqual(ids);
  });

  it('go out in the order of the script where the later one was moved there first', () => {
    const [first = '', , , fourth = '', fifth = ''] = ids;
    const steps: readonly Step[] = [
      [1, move(fifth, 2)],
      [1, move(fourth, 2)],
      [1, move(first, 2)],
    ];
    const state = played(...steps);
    const next = listNext(listOrder(state, 0)).map(({ inject }) => inject);
    expect(next.slice(0, 3)).toEqual([first, fourth, fifth]);
    expect(releaseAll(steps)).toEqual(next);
  });
});
