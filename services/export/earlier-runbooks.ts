import { join } from 'node:path';
import { readPlainFile } from '../saving/files.ts';

/** What an earlier export says of the runbooks it changed; nothing where none did. */
export async function readEarlierDiff(out: string): Promise<string> {
  return (await readPlainFile(join(out, 'runbook-changes.diff')))?.toString('utf8') ?? '';
}

/** Changed runbooks that an earlier export wrote there, and this one does not: their changes were withdrawn. */
export async function listStaleRunbooks(out: string, names: Iterable<string>): Promise<readonly string[]> {
  const kept = new Set(names);
  const changed = (await readEarlierDiff(out)).matchAll(/^\+\+\+ b\/(runbooks\/[A-Z]{2,5}-\d{1,4}\.md)$/gm);
  return [...new Set([...changed].map(([, name = '']) => name))].filter((name) => !kept.has(name));
}
