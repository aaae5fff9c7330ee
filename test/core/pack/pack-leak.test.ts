import { describe, expect, test } from 'vitest';
import { setupSchema } from '#core/exercise/setup.ts';
import { type Pack, preparePack } from '#core/pack/pack.ts';
import { buildPackDocuments } from '#core/pack/pack-documents.ts';
import type { PackName } from '#core/pack/pack-names.ts';
import { canaryScenario, idOf } from '../../support/canary.ts';
import { fill } from '../../support/fill-schema.ts';
import { need } from '../../support/open-muster.ts';

const filled = setupSchema.parse(fill(setupSchema, 'facilitator', 'setup'));
const { storyline_start } = canaryScenario;

/** Every text of this script says who may read it; so does every text of the plan, but for the two people named here. */
const pack: Pack = need(
  preparePack(
    canaryScenario,
    {
      startsAt: '2026-12-01T10:00',
      setup: {
        ...filled,
        organisation: { name: '[facilitator] organisation', time_zone: 'UTC' },
        plan: {
          ...filled.plan,
          seat: 'someone_else',
          length_min: 600,
          storyline_start,
          objectives: ['[facilitator] SCRIPT.objectives.0.id'],
        },
        participants: [
          { name: 'Ada', role: 'IC', function: '[facilitator] function' },
          { name: 'Bo', role: 'LEGAL', function: '[facilitator] function' },
        ],
        left_out: [{ inject: idOf('LEFT-OUT'), because: 'length' }],
      },
    },
    () => null,
  ),
);
const papers = buildPackDocuments(pack);

function textOf(name: PackName): string {
  return JSON.stringify(papers.find((paper) => paper.name === name)?.document);
}
const forAll: readonly PackName[] = [
  'exercise-handouts',
  'exercise-decision-cards',
  'exercise-capture-sheet',
  'exercise-feedback-form',
];
const handedOut: readonly PackName[] = [...forAll, 'exercise-private-slips'];

describe('What participants hold in their hands', () => {
  test.each(handedOut)('%s holds not one word of the facilitator, its properties included', (name) => {
    expect(textOf(name)).not.toContain('[facilitator]');
    expect(JSON.stringify(canaryScenario)).toContain('[facilitator]');
  });

  test.each(forAll)('%s holds nothing of a private inject', (name) => {
    expect(textOf(name)).not.toContain('PRIVATE');
  });

  test.each(handedOut)('%s holds no word that is read aloud, and nothing that was left out', (name) => {
    for (const secret of ['READ-ALOUD.body', 'READ-ALOUD.subject', 'LEFT-UNSAID.body', 'LEFT-OUT'])
      expect(textOf(name)).not.toContain(secret);
  });

  test.each(handedOut)('%s offers no option of a decision', (name) => {
    expect(textOf(name)).not.toContain('options.0');
    expect(JSON.stringify(canaryScenario)).toContain('SHOWN.decision.options.0');
  });

  test.each(handedOut)('%s does not count its pages, which would tell how much is still to come', (name) => {
    const { blocks } = papers.find((paper) => paper.name === name)?.document ?? { blocks: [] };
    expect(blocks[0]?.is).toBe('sheet');
  });
});

describe('The handouts', () => {
  test.each(['from', 'to', 'subject', 'body', 'if_already.body', 'attachments.0.name', 'attachments.0.text'])(
    'hold the %s of what the room is shown',
    (field) => {
      expect(textOf('exercise-handouts')).toContain(`[room] SHOWN.${field}`);
    },
  );

  test('hold what lies in the pocket, and the question of no decision', () => {
    expect(textOf('exercise-handouts')).toContain('[room] POCKET.body');
    expect(textOf('exercise-handouts')).not.toContain('decision.question');
  });
});

describe('The decision cards', () => {
  test('ask what the room may know, also where the inject is read aloud', () => {
    expect(textOf('exercise-decision-cards')).toContain('[room] SHOWN.decision.question');
    expect(textOf('exercise-decision-cards')).toContain('[room] READ-ALOUD.decision.question');
  });
});

describe('A private inject', () => {
  test.each(['PRIVATE', 'POCKET-PRIVATE'])('%s goes to its reader alone', (place) => {
    const slips = pack.slips.filter(({ inject }) => inject === idOf(place));
    expect(slips.length).toBeGreaterThan(0);
    expect(slips.map(({ to }) => to)).toEqual(slips.map(() => ({ name: 'Ada', roles: ['IC'] })));
    expect(textOf('exercise-private-slips')).toContain(`[room] ${place}.body`);
  });

  test('keeps its decision on a slip of its own', () => {
    expect(textOf('exercise-private-slips')).toContain('[room] PRIVATE.decision.question');
  });

  test('is the only thing on the slips', () => {
    expect(textOf('exercise-private-slips')).not.toContain('SHOWN');
    expect(textOf('exercise-private-slips')).not.toContain('Bo');
  });
});

describe('The facilitator book', () => {
  test.each([
    ...['title', 'notes', 'expect.0.do', 'held_back.0.asked', 'held_back.0.answer', 'ask.0', 'branch.0.if'],
    ...['decision.options.0', 'decision.if_no_decision', 'if_already.when', 'if_already.body', 'body'],
  ])('holds the %s of an inject', (field) => {
    expect(textOf('exercise-facilitator-book')).toContain(`SHOWN.${field}`);
  });

  test.each([
    ...['READ-ALOUD.body', 'PRIVATE.body', 'POCKET.trigger', 'POCKET.purpose', 'POCKET-PRIVATE.body', 'LEFT-OUT.title'],
    ...['storyline', 'facilitator_brief', 'before_you_start.0', 'assumptions.0', 'safety.0', 'likely_gaps.0'].map(
      (field) => `SCRIPT.${field}`,
    ),
  ])('holds %s', (text) => {
    expect(textOf('exercise-facilitator-book')).toContain(text);
  });
});
