import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ownFile } from './own-files.ts';

/** The version of Muster itself. */
export function ownVersion(): string {
  const read: unknown = JSON.parse(readFileSync(ownFile('package.json'), 'utf8'));
  return z.looseObject({ version: z.string() }).parse(read).version;
}
