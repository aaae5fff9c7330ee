import { z } from 'zod';
import { type MonthDraft, monthDraftSchema } from '#core/scorecard/month-draft.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { makeFolderWithin } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';
import { draftPath, scorecardsFolder } from './month-places.ts';

/** null: nothing is being prepared. */
const heldSchema = z.strictObject({ draft: monthDraftSchema.nullable() });
type Held = Document<z.infer<typeof heldSchema>>;

/** One draft for each month, saved as it is typed. */
export function createMonthDrafts(workspace: Workspace, tell: (notice: string) => void) {
  const opened = new Map<string, Promise<Held>>();

  function open(month: string): Promise<Held> {
    const known = opened.get(month);
    if (known) return known;
    const about = {
      path: draftPath(workspace, month),
      schema: heldSchema,
      quarantineFolder: workspace.quarantineFolder,
    };
    const document = openDocument(createDocumentAdapter({ ...about, tell }), { draft: null });
    opened.set(month, document);
    document.catch(() => opened.delete(month)); // whoever asked is told; the next one tries again
    return document;
  }

  return {
    find: async (month: string): Promise<MonthDraft | null> => (await open(month)).get().draft,
    save: async (month: string, draft: MonthDraft | null): Promise<void> => {
      const held = await open(month);
      if (draft === null && held.get().draft === null) return;
      // The adapter makes the month's own. Where a draft was saved before, both are there, or the workspace is gone.
      if (held.get().draft === null) await makeScorecardsFolder(workspace, month);
      await held.change((saved) => {
        saved.draft = draft;
      });
    },
  };
}

export type MonthDrafts = ReturnType<typeof createMonthDrafts>;

async function makeScorecardsFolder(workspace: Workspace, month: string): Promise<void> {
  try {
    await makeFolderWithin(scorecardsFolder(workspace));
  } catch (problem) {
    const message = `${draftPath(workspace, month)} could not be saved: ${explainFailure(problem)}. What it held before is intact.`;
    throw new Error(message, { cause: problem });
  }
}
