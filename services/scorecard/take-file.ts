import { open, stat, unlink } from 'node:fs/promises';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import type { FileKind } from '#core/scorecard/files/file-kinds.ts';
import type { TakenFile } from '#core/scorecard/month-draft.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import { describeWorkspace } from '../saving/workspace.ts';
import { copySource, nameSource } from './keep-source.ts';
import { readMonthFile } from './read-month-file.ts';

export type TakeAsked = {
  readonly workspace: string;
  readonly month: string;
  readonly kind: FileKind;
  readonly path: string;
  /** It was sent, lies in the month already, and moves to its place; else it is copied. */
  readonly isSent: boolean;
  readonly name: string;
  readonly zone: string;
  /** Of the preview: another file is not taken in its place. */
  readonly sha256: string;
  readonly datedOn: string;
  /** So many rows cannot be read, and somebody agreed to leave them out. */
  readonly without: number;
  readonly mapping: TakenFile['mapping'];
  readonly orders: TakenFile['orders'];
  readonly takenAt: string;
};

export type Taken = { readonly file: TakenFile; readonly heads: readonly string[] };
type Around = { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void };

/** All of a file, or nothing of it. */
export async function takeFile(asked: TakeAsked, around: Around): Promise<Outcome<Taken>> {
  const { month, path, isSent, name } = asked;
  const workspace = describeWorkspace(asked.workspace);
  let lies = path;
  try {
    if (!isSent) lies = await copySource(workspace, month, path, around.signal);
    const read = await look(asked, lies, around);
    if (read.ok) await nameSource(workspace, month, lies, read.value.file);
    else if (!isSent) await unlink(lies);
    return read;
  } catch (problem) {
    if (lies !== path) await unlink(lies).catch(() => {}); // gone already, or swept later
    around.signal.throwIfAborted();
    return fail(notKept(name, explainNotRead(problem)));
  }
}

async function look(asked: TakeAsked, lies: string, { signal, progress }: Around): Promise<Outcome<Taken>> {
  const { kind, zone, mapping, orders, name, sha256, datedOn, without, takenAt } = asked;
  const { size } = await stat(lies);
  const told = (bytes: number) => progress(bytes, size);
  const read = await readMonthFile(kind, lies, {
    options: { zone, mapping, orders },
    name,
    datedOn,
    signal,
    progress: told,
  });
  if (!read.ok) return read;
  const { table, sha256: found } = read.value;
  if (found !== sha256) return fail(changedSince(name));
  if (table.fault !== null) return fail(faulty(name, table.fault.message));
  if (table.rejected !== without) return fail(notAgreed(name, table.rejected));
  const is = (await isZip(lies)) ? ('xlsx' as const) : ('csv' as const);
  const file = {
    name,
    sha256,
    bytes: size,
    is,
    dated_on: datedOn,
    mapping,
    orders,
    rows: table.read,
    rejected: table.rejected,
    taken_at: takenAt,
  };
  return succeed({ file, heads: table.heads });
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

const kept = 'Nothing of it was taken; the file that was there before stays.';

function changedSince(name: string): Problem {
  return {
    code: 'file_changed',
    message: `${name} was changed since it was looked at.`,
    hint: `${kept} Look at it again.`,
  };
}

function faulty(name: string, why: string): Problem {
  return { code: 'file_faulty', message: `${name} cannot be read: ${why}.`, hint: kept };
}

function notAgreed(name: string, rejected: number): Problem {
  const message = `${rejected === 1 ? 'One row' : `${rejected} rows`} of ${name} cannot be read.`;
  return { code: 'rows_rejected', message, hint: `${kept} Mend the file, or take it without these rows.` };
}

function notKept(name: string, why: string): Problem {
  return { code: 'file_not_kept', message: `${name} could not be taken: ${why}.`, hint: kept };
}
