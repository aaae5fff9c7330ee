import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDraft } from '#core/scorecard/month-draft.ts';
import { openNotes } from '#services/application/open-notes.ts';
import { createPlans } from '#services/application/plans.ts';
import { openActionRegister } from '#services/registers/action-register.ts';
import { openExceptionRegister } from '#services/registers/exception-register.ts';
import { openRunbookRegister } from '#services/registers/runbook-register.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { createMonthDrafts } from '#services/scorecard/month-drafts.ts';
import { sampleScenario } from '../sample-scenario.ts';

export const documentNames = ['register', 'runbooks', 'exceptions', 'month', 'plan', 'notes'] as const;
export type DocumentName = (typeof documentNames)[number];

/** Where each lies in a workspace. */
export const documentPaths: Readonly<Record<DocumentName, string>> = {
  register: 'registers/action-items.json',
  runbooks: 'registers/runbooks.json',
  exceptions: 'registers/exceptions.json',
  month: 'scorecards/2026-10/draft.json',
  plan: 'plans/sample.json',
  notes: 'exercises/2026-sample/notes.json',
};

export type Generations = {
  /** The number saved last; null where nothing was saved yet. */
  readonly read: () => Promise<number | null>;
  readonly save: (generation: number) => Promise<void>;
};

/** A workspace with a folder for one exercise and no document yet. */
export async function makeDocumentsWorkspace(): Promise<string> {
  const workspace = await mkdtemp(join(tmpdir(), 'documents-'));
  await mkdir(join(workspace, 'exercises/2026-sample'), { recursive: true });
  return workspace;
}

/** The real documents of a workspace, each holding a number that can be told from the one before. */
export async function openGenerations(
  name: DocumentName,
  workspace: string,
  tell: (notice: string) => void,
): Promise<Generations> {
  switch (name) {
    case 'register': {
      const register = await openActionRegister(describeWorkspace(workspace), false, tell);
      return {
        read: async () => register.get().given.generation ?? null,
        save: (generation) => register.change((draft) => void Object.assign(draft.given, { generation })),
      };
    }
    case 'runbooks': {
      const register = await openRunbookRegister(describeWorkspace(workspace), false, tell);
      const said = { status: 'accepted' as const, by: 'Who saved this generation', on: '2026-04-01' };
      return {
        read: async () => Number(register.get().decisions[0]?.origin.split('RC-')[1] ?? 0) || null,
        save: (generation) =>
          register.change(
            (draft) => void Object.assign(draft, { decisions: [{ origin: `x/RC-${generation}`, ...said }] }),
          ),
      };
    }
    case 'exceptions': {
      const register = await openExceptionRegister(describeWorkspace(workspace), tell);
      const entry = {
        exception: 'generation',
        t: '2026-10-31T09:00:00Z',
        told_on: '2026-10-31',
        month: '2026-10',
        expires_on: null,
      };
      const said = { is: 'retire' as const, closed_on: '2026-10-31' };
      return {
        read: async () => register.get().entries[0]?.number ?? null,
        save: (generation) =>
          register.change((draft) => void Object.assign(draft, { entries: [{ ...entry, number: generation, said }] })),
      };
    }
    case 'month': {
      const drafts = createMonthDrafts(describeWorkspace(workspace), tell);
      await drafts.find('2026-10'); // damage is told now, as with the others
      return {
        read: async () => Number((await drafts.find('2026-10'))?.sentence.split(' ')[1] ?? 0) || null,
        save: (generation) => drafts.save('2026-10', { ...emptyDraft, sentence: `generation ${generation}` }),
      };
    }
    case 'notes': {
      const notes = await openNotes(join(workspace, 'exercises/2026-sample'), tell);
      return {
        read: async () => Number(notes.get().drafts.generation ?? 0) || null,
        save: (generation) => notes.change((draft) => void Object.assign(draft.drafts, { generation })),
      };
    }
    case 'plan': {
      const plans = createPlans(describeWorkspace(workspace), tell);
      const plan = async () => plans.load('sample', sampleScenario);
      const standing = await plan(); // damage is told now, as with the others
      return {
        read: async () => Number(/^Generation (\d+)$/.exec((await plan()).organisation.name)?.[1] ?? 0) || null,
        save: (generation) =>
          plans.save({ ...standing, organisation: { ...standing.organisation, name: `Generation ${generation}` } }),
      };
    }
    default:
      return name satisfies never;
  }
}
