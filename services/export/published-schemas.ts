import { z } from 'zod';
import { capturesSchema } from '#core/captures/parse-captures.ts';
import { scenarioSchema } from '#core/scenario/schema.ts';
import { snapshotSchema } from '#core/scorecard/snapshot.ts';
import { exerciseDocumentSchema } from './exercise-document.ts';

/** What a person writes leaves out what has a default; what Muster writes is complete. */
const published = {
  'scenario.schema.json': { schema: scenarioSchema, io: 'input', title: 'A Muster scenario script' },
  'captures.schema.json': { schema: capturesSchema, io: 'input', title: 'A Muster captures file' },
  'exercise.schema.json': { schema: exerciseDocumentSchema, io: 'output', title: 'A Muster exercise' },
  'scorecard.schema.json': { schema: snapshotSchema, io: 'output', title: 'A Muster scorecard' },
} as const;

/** File name → text of every JSON Schema under `schemas/`, for editors and other programs. */
export function buildSchemas(): ReadonlyMap<string, string> {
  return new Map(Object.entries(published).map(([name, { schema, io, title }]) => [name, write(schema, io, title)]));
}

function write(schema: z.ZodType, io: 'input' | 'output', title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      delete jsonSchema.roomFields; // ours alone: validators refuse keywords they do not know
    },
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
