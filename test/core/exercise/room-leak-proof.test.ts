import { describe, expect, it } from 'vitest';
import { eventSchema } from '#core/exercise/events.ts';
import { setupSchema } from '#core/exercise/setup.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { scenarioSchema } from '#core/scenario/schema.ts';
import { canaryCommands, canaryScenario, findSecrets, playCanary } from '../../support/canary.ts';
import { type Leaf, listLeaves } from '../../support/list-leaves.ts';
import { minute } from '../../support/play.ts';

const states = playCanary(canaryCommands);
const last = states.at(-1);
if (!last) throw new Error('Nothing was played.');
const views = states.flatMap((state, at) => [roomView(state, minute(at)), roomView(state, minute(at + 10))]);

/** Injects of these places are shown to nobody, or only in part: whatever they hold is a secret, the room's fields too. */
const hidden = /^(injects|contingency)\.\d+\./;
const hiddenPlaces = ['PRIVATE', 'FUTURE', 'SKIPPED', 'LEFT-OUT', 'POCKET-PRIVATE', 'POCKET-FUTURE'];

const script = listLeaves(scenarioSchema, canaryScenario);
const leaves: readonly Leaf[] = [
  ...script,
  ...listLeaves(setupSchema, last.setup, 'facilitator', 'setup'),
  ...last.log.items.slice(0, last.log.length).flatMap(({ type, data }) => {
    const schema = eventSchema.options.find(({ shape }) => shape.type.value === type);
    return schema ? listLeaves(schema.shape.data, data, 'facilitator', type) : [];
  }),
];
const isWord = (value: unknown): value is string => typeof value === 'string' && value.startsWith('[');
const secret = leaves.filter(
  ({ audience, path, value }) =>
    isWord(value) &&
    !value.startsWith('[room]') &&
    (audience === 'facilitator' || hidden.test(path) || path.startsWith('setup')),
);
const hiddenWords = leaves.filter(
  ({ value }) => isWord(value) && hiddenPlaces.some((place) => value.includes(`[room] ${place}.`)),
);
/** Of the script's, numbers, days and choices carry no token: for these the view must have no field. */
const wordless = script.filter(
  ({ audience, value }) => audience === 'facilitator' && value !== undefined && !isWord(value),
);

/** Every field a picture of the room has, at whatever depth. One that is added has to be written down here, by somebody who thought of it. */
const roomFields = [
  ...['phase', 'tlp', 'textPx', 'times', 'exerciseMinutes', 'storylineTime', 'card', 'show', 'minutes', 'sinceMinutes'],
  ...['until', 'stoppedAt'],
  ...['artefact', 'channel', 'from', 'to', 'subject', 'body', 'attachments', 'name', 'kind', 'text'],
  ...['enlarged', 'content', 'beside'],
  ...['decision', 'question', 'owner', 'openMinutes', 'options', 'answer', 'story'],
];

describe('A field that leaks, one at a time', () => {
  it('is looked for in every field the script, the plan and the record have', () => {
    expect(secret.length).toBeGreaterThan(150);
    expect(hiddenWords.length).toBeGreaterThan(40);
    expect(findSecrets(JSON.stringify(views))).toEqual([]);
  });

  it.each([...new Set([...secret, ...hiddenWords].map(({ path, value }) => `${path}: ${value}`))])(
    'is found: %s',
    (leaf) => {
      const leaked = { ...views[0], subject: leaf.slice(leaf.indexOf(': ') + 2) };
      expect(findSecrets(JSON.stringify([leaked, ...views]))).not.toEqual([]);
    },
  );

  it('has no place in the view where it is a number, a day or a choice', () => {
    expect(fieldsOf(views)).toEqual(new Set(roomFields));
    const names = new Set(
      wordless.map(({ path }) => path.split('.').findLast((part) => !/^(\d+|key|value)$/.test(part))),
    );
    expect(names.size).toBeGreaterThan(20);
    expect(roomFields.filter((name) => names.has(name))).toEqual([]);
  });
});

function fieldsOf(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...own, ...Object.values(value).flatMap((one) => [...fieldsOf(one)])]);
}
