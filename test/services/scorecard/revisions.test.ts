import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Snapshot } from '#core/scorecard/snapshot.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { revisionPath } from '#services/scorecard/month-places.ts';
import { listRevisions, readRevision, writeRevision } from '#services/scorecard/revisions.ts';
import { newWorkspace } from '../../support/open-muster.ts';
import { october } from '../../support/scorecard-month.ts';

test('A revision is written once: a second one of its number is refused, and the first stays as it was', async () => {
  const workspace = describeWorkspace(await newWorkspace());
  const { snapshot } = october();
  await writeRevision(workspace, '2026-10', { snapshot, files: {} });
  const path = revisionPath(workspace, '2026-10', 1);
  const before = await readFile(path);
  const other = { ...snapshot, sentence: 'Another one.' };
  await expect(writeRevision(workspace, '2026-10', { snapshot: other, files: {} })).rejects.toThrow(
    'what was published stays',
  );
  expect(await readFile(path)).toEqual(before);
  expect(await listRevisions(workspace, '2026-10')).toEqual([1]);
  expect((await readRevision(workspace, '2026-10', 1)).snapshot).toEqual(snapshot);
});

test('A revision that was published before caveats were kept is opened as one without any', async () => {
  const workspace = describeWorkspace(await newWorkspace());
  const { caveats: _, published_because: __, ...older } = october().snapshot;
  await writeRevision(workspace, '2026-10', { snapshot: older as Snapshot, files: {} });
  const { snapshot } = await readRevision(workspace, '2026-10', 1);
  expect([snapshot.caveats, snapshot.published_because]).toEqual([[], null]);
});
