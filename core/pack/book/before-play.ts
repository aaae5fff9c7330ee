import { listFunctions } from '../../plan/functions-present.ts';
import { type Block, paragraph, quiet } from '../../report/document.ts';
import { capitalise, countWord, listWords, minutesWords, plural, roleNames } from '../../report/term-words.ts';
import type { Objective, Scenario } from '../../scenario/schema.ts';
import { taskName } from '../../scenario/task-name.ts';
import { countSecondPages } from '../capture-sheet.ts';
import type { Pack } from '../pack.ts';
import { box } from './inject-tables.ts';

/** What to lay out, whom to place and what to say before the first minute. */
export function writeBefore(pack: Pack): readonly Block[] {
  const { scenario } = pack;
  return [
    { is: 'subhead', text: 'Lay out' },
    layOutTable(pack),
    ...checkTable(scenario.before_you_start),
    { is: 'subhead', text: 'Who sits where' },
    peopleTable(pack),
    ...writeWords(scenario),
  ];
}

function layOutTable(pack: Pack): Block {
  const { handouts, slips, cards, setup } = pack;
  const more = countSecondPages(pack);
  const spare = handouts.filter(({ isSpare }) => isSpare).length;
  const kept = slips.filter(({ isSpare }) => isSpare).length;
  const people = new Set(setup.participants.map(({ name }) => name)).size;
  const copies = people > 0 ? `${people} times` : 'once for each person';
  return {
    is: 'table',
    caption: null,
    look: 'tight',
    staysWhole: true,
    columns: [
      { head: 'Paper', width: 1800 },
      { head: 'Print', width: 2760 },
      { head: 'Where it lies', width: 4800 },
    ],
    rows: [
      [
        [{ bold: 'Handouts' }],
        `1 to ${handouts.length}, on one side, ${copies}`,
        `Face down before you in their order; ${countWord(spare)} spare ones, the last numbers, apart`,
      ],
      [
        [{ bold: 'Private slips' }],
        slips.length === 0 ? 'none' : `1 to ${slips.length}, on one side, once`,
        `With you, folded${kept > 0 ? `; ${countWord(kept)} spare ones apart` : ''}. Never on the table`,
      ],
      [
        [{ bold: 'Decision cards' }],
        `${cards.length} and two blank, once`,
        'With you, cut apart; one goes to whoever decides when the decision is asked for',
      ],
      [
        [{ bold: 'Capture sheet' }],
        `page 1 once, page 2 ${more === 1 ? 'once' : `${more} times`}`,
        'With the scribe, and a clock the whole room can see',
      ],
      [[{ bold: 'Feedback form' }], copies, 'Kept back until the hot wash is over'],
    ],
  };
}

function checkTable(words: readonly string[]): readonly Block[] {
  if (words.length === 0) return [];
  return [
    { is: 'subhead', text: 'Check' },
    {
      is: 'table',
      caption: null,
      look: 'tight',
      columns: [
        { head: '', width: 360 },
        { head: 'Before the day', width: 9000 },
      ],
      rows: words.map((text) => [box, text]),
    },
  ];
}

function peopleTable({ scenario, setup }: Pack): Block {
  const rows = listFunctions(scenario, setup).filter(
    ({ people, injects, isInvited }) => people.length > 0 || injects > 0 || isInvited,
  );
  return {
    is: 'table',
    caption: null,
    look: 'tight',
    columns: [
      { head: 'Function', width: 2400 },
      { head: 'Who', width: 4560 },
      { head: 'Injects that ask for it', width: 2400 },
    ],
    rows: rows.map(({ role, people, injects, kind }) => [
      roleNames[role],
      people.length > 0
        ? listWords(people.map(({ participant }) => participant.name))
        : injects === 0
          ? 'nobody: you play it where the story needs it'
          : 'nobody: you play it',
      kind === 'staff' || injects === 0 ? '–' : String(injects),
    ]),
  };
}

/** Source: spec.md A.3. */
const rules = [
  'No fault, no trick questions. The exercise tests plans, contracts and tools, not persons.',
  'Answer with today’s plans, not the ones you wish you had.',
  'Anything that leaves this room begins with “exercise, exercise, exercise”.',
  'If something real happens, say REAL WORLD. Play stops at once.',
] as const;

const whoDoesWhat =
  'The Incident Commander decides, or says who does. Players do what they would do today. The facilitator tells the story and plays everyone outside. Scribe and evaluators write down and stay silent.';

function writeWords({ assumptions, artificialities, safety }: Scenario): readonly Block[] {
  const points = (words: readonly string[]) => words.map((text): Block => ({ is: 'point', words: text }));
  return [
    { is: 'subhead', text: 'Say to the room', startsPage: true },
    paragraph('Welcome. One story, no fault.'),
    ...points(rules),
    paragraph(whoDoesWhat),
    ...(assumptions.length > 0 ? [paragraph({ bold: 'We assume' }), ...points(assumptions)] : []),
    ...(artificialities.length > 0 ? [paragraph({ bold: 'What is artificial' }), ...points(artificialities)] : []),
    ...(safety.length > 0 ? [paragraph({ bold: 'Safety' }), ...points(safety)] : []),
  ];
}

/** The story and where its tension is: what whoever plays along must not read before. */
export function writeStory({ scenario, setup }: Pack): readonly Block[] {
  const inScope = scenario.objectives.filter(({ id }) => setup.plan.objectives.includes(id));
  return [
    { is: 'subhead', text: 'The story' },
    paragraph(scenario.storyline.trim()),
    ...(scenario.facilitator_brief
      ? [{ is: 'subhead', text: 'How to run it' } as const, paragraph(scenario.facilitator_brief.trim())]
      : []),
    {
      is: 'subhead',
      text: `${capitalise(countWord(inScope.length))} ${inScope.length === 1 ? 'objective' : 'objectives'}`,
    },
    objectivesTable(scenario, inScope),
  ];
}

function objectivesTable(scenario: Scenario, inScope: readonly Objective[]): Block {
  const placeOf = (task: string) =>
    scenario.injects.find(({ expect, decision }) => decision?.id === task || expect.some(({ id }) => id === task))?.id;
  return {
    is: 'table',
    caption: null,
    columns: [
      { head: '', width: 600 },
      { head: 'Reached when', width: 4800 },
      { head: 'Within', width: 900 },
      { head: 'Critical tasks', width: 3060 },
    ],
    rows: inScope.map(({ id, text, target_min, critical_tasks }) => [
      [{ bold: id }],
      text.trim(),
      minutesWords(target_min),
      {
        lines: Object.entries(critical_tasks).map(([name, task]) =>
          quiet(`${taskName(name)}, ${placeOf(task) ?? task}`),
        ),
      },
    ]),
  };
}

export function previousTable({ setup }: Pack): readonly Block[] {
  const open = setup.previous_actions.filter(({ status }) => status !== 'verified' && status !== 'wont_do');
  if (open.length === 0) return [];
  return [
    { is: 'subhead', text: `${plural(open.length, 'earlier action')} to test again` },
    {
      is: 'table',
      caption: null,
      columns: [
        { head: 'Action', width: 5760 },
        { head: 'Owner', width: 2160 },
        { head: 'Held?', width: 1440 },
      ],
      rows: open.map(({ register_id, title, owner_name }) => [
        { lines: [{ words: title }, quiet(register_id)] },
        owner_name ?? 'nobody named',
        '',
      ]),
    },
  ];
}
