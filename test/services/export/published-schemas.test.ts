import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capturesSchema } from '#core/captures/parse-captures.ts';
import type { Command } from '#core/exercise/commands.ts';
import { listTimeline } from '#core/report/timeline.ts';
import { scenarioSchema } from '#core/scenario/schema.ts';
import { playExercise } from '#services/exercise/play-exercise.ts';
import { exerciseDocumentSchema } from '#services/export/exercise-document.ts';
import { writeExerciseJson } from '#services/export/exercise-json.ts';
import { buildSchemas } from '#services/export/published-schemas.ts';
import { readYaml } from '#services/scenario/read-yaml.ts';
import { canaryCommands, playCanary } from '../../support/canary.ts';

const root = join(import.meta.dirname, '../../..');
const acceptance = join(root, 'test/fixtures/acceptance');
const scenarioFile = join(acceptance, 'exercise.scenario.yaml');
const capturesFile = join(acceptance, 'exercise.captures.yaml');

describe('The published schemas', () => {
  test.each([...buildSchemas()])('%s is up to date, else npm run schemas makes it so', (name, text) => {
    expect(readFileSync(join(root, 'schemas', name), 'utf8')).toBe(text);
  });

  test('are all there is in their folder', () => {
    expect(readdirSync(join(root, 'schemas')).sort()).toEqual([...buildSchemas().keys()].sort());
  });

  test('leave what has a default to the author, and require the rest', () => {
    const { required, properties } = JSON.parse(buildSchemas().get('scenario.schema.json') ?? '{}');
    expect(required).toContain('injects');
    expect(required).not.toContain('placeholders');
    expect(properties.injects.items.required).not.toContain('audience');
    expect(properties.injects.items.additionalProperties).toBe(false);
  });
});

describe('A script, a captures file', () => {
  test.each([
    ['the worked example', scenarioSchema, scenarioFile],
    ['its captures', capturesSchema, capturesFile],
    ['the sample play of Q3', capturesSchema, join(root, 'scenarios/samples/q3-insider-threat.captures.yaml')],
  ])('such as %s has the published shape', (_, schema, file) => {
    const value = readYaml(readFileSync(file)).value;
    expect(schema.safeParse(value).error).toBeUndefined();
    expect(schema.safeParse({ ...(value as object), extra: 1 }).success).toBe(false);
  });
});

const form = playCanary(canaryCommands)
  .at(-1)
  ?.log.items.find(({ type }) => type === 'feedback_given');
const amendFeedback: Command = { type: 'amend_entry', of: form?.seq ?? 0, with: { unsaid: 'said in confidence' } };

describe('exercise.json', () => {
  const everything = JSON.parse(writeExerciseJson(playCanary(canaryCommands).at(-1) as never, 'head'));

  test('of a real play has the published shape and lacks nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muster-schemas-'));
    const out = join(folder, 'out');
    const played = await playExercise({
      scenarioFile,
      capturesFile,
      out,
      workspace: join(folder, 'ws'),
      tell: () => {},
    });
    expect(played).not.toHaveProperty('problems');
    const document: unknown = JSON.parse(await readFile(join(out, 'exercise.json'), 'utf8'));
    expect(exerciseDocumentSchema.parse(document)).toEqual(document);
  });

  test('with every kind of event has the published shape and lacks nothing', () => {
    expect(exerciseDocumentSchema.parse(everything)).toEqual(everything);
  });

  test('tells no single form of fewer than four, nor what was corrected in it', () => {
    const state = playCanary([...canaryCommands, amendFeedback]).at(-1);
    if (!state) throw new Error('Nothing was played.');
    const text = writeExerciseJson(state, 'head');
    expect(exerciseDocumentSchema.parse(JSON.parse(text)).record.feedback).toMatchObject({ n: 1, suppressed: true });
    expect(text + JSON.stringify(listTimeline(state))).not.toMatch(/record_feedback.unsaid|said in confidence/);
  });

  test.each([
    ['at the top', (document: typeof everything) => ({ ...document, extra: 1 })],
    ['in the plan', (document: typeof everything) => ({ ...document, plan: { ...document.plan, extra: 1 } })],
    [
      'in an event',
      ({ events: [first, ...rest], ...document }: typeof everything) => {
        return { ...document, events: [{ ...first, extra: 1 }, ...rest] };
      },
    ],
    ['in the record', (document: typeof everything) => ({ ...document, record: { ...document.record, extra: [] } })],
  ])('with an unknown field %s is refused', (_, change) => {
    expect(exerciseDocumentSchema.safeParse(change(everything)).success).toBe(false);
  });
});
