import { join } from 'node:path';
import { z } from 'zod';
import { type RunbookRegister, takeInSchema } from '#core/runbooks/register.ts';
import { ownFile } from '../own-files.ts';
import { changeRunbookRegister } from '../registers/runbook-register.ts';
import { readFileOnly } from '../saving/files.ts';
import type { Document } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';
import { readYamlFile } from '../scenario/read-yaml.ts';
import { takeIn } from './take-in.ts';

const folder = 'scenarios/samples/runbooks';
/** Of a version without a day of approval: before the first sample exercise. */
const usualDay = '2026-01-02';

/** Puts the runbooks of the sample organisation into the samples' register, where they are not there yet. */
export function shelveSampleRunbooks(workspace: Workspace, tell: (notice: string) => void): Promise<void> {
  return changeRunbookRegister(workspace, true, tell, (register) => shelve(workspace, register));
}

async function shelve(workspace: Workspace, register: Document<RunbookRegister>): Promise<void> {
  const { value } = await readYamlFile(join(ownFile(folder), 'index.yaml'));
  for (const about of z.array(takeInSchema).parse(value)) {
    const known = register.get().runbooks.find(({ id }) => id === about.id);
    if (known?.versions.some(({ version }) => version === about.version)) continue;
    const path = join(ownFile(folder), about.id, `${about.version}.md`);
    const day = about.approved_on ?? usualDay;
    const file = { name: `${about.id}.md`, bytes: await readFileOnly(path) };
    const taken = await takeIn(
      { workspace, isSample: true, register, now: `${day}T09:00:00.000Z`, today: day },
      about,
      file,
    );
    if (!taken.ok) throw new Error(taken.problem.message);
  }
}
