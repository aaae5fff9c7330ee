import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlainFile } from '../saving/files.ts';
import type { StagedDocuments } from './stage-documents.ts';

/**
 * A changed runbook that an earlier export wrote there, and this one does not, is taken away with it: its change was withdrawn. Which
 * those are, the earlier diff says; other files of that folder are somebody's.
 */
export async function dropStaleRunbooks(
  out: string,
  names: Iterable<string>,
  staged: StagedDocuments,
): Promise<StagedDocuments> {
  const earlier = (await readPlainFile(join(out, 'runbook-changes.diff')))?.toString('utf8') ?? '';
  const written = new Set(
    [...earlier.matchAll(/^\+\+\+ b\/(runbooks\/[A-Z]{2,5}-\d{1,4}\.md)$/gm)].map(([, name = '']) => name),
  );
  const stale = [...written].filter((name) => ![...names].includes(name));
  const put = async () => {
    const files = await staged.put();
    if (files.ok) for (const name of stale) await unlink(join(out, name)).catch(() => {}); // gone already
    return files;
  };
  return { ...staged, put };
}
