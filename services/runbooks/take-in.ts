import { hash } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { RunbookRegister, RunbookVersion, TakeIn } from '#core/runbooks/register.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import type { Document } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';
import { readRunbook } from './read-runbook.ts';
import { runbookPath, writeRunbook } from './runbook-files.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly isSample: boolean;
  readonly register: Document<RunbookRegister>;
  /** UTC. */
  readonly now: string;
  /** The day on this computer. */
  readonly today: string;
  readonly disk?: Disk;
};

export type TakenIn = {
  readonly id: string;
  readonly version: string;
  readonly steps: number;
  readonly notices: readonly string[];
};

/** A file becomes a version in the register: bytes and entry, or neither. */
export async function takeIn(
  { workspace, isSample, register, now, today, disk = realDisk }: Needs,
  about: TakeIn & { readonly effective_on?: string },
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Outcome<TakenIn>> {
  const read = readRunbook(file.name, file.bytes);
  if (!read.ok) return read;
  if (about.approved_on !== undefined && about.approved_on > today) return refuseDay(about, today);
  const { id, version, title, owner, ...approval } = about;
  const known = register.get().runbooks.find((book) => book.id === id);
  const sha256 = hash('sha256', file.bytes);
  const taken = known?.versions.find((held) => held.version.toLowerCase() === version.toLowerCase());
  if (taken) return refuseTaken(id, taken, sha256);
  const { kind, steps, notices } = read.value;
  const added: RunbookVersion = {
    version,
    kind,
    sha256,
    bytes: file.bytes.length,
    added_at: now,
    ...dropEmpty(approval),
  };
  const path = runbookPath(workspace, isSample, id, added);
  await writeRunbook(disk, path, file.bytes);
  try {
    await register.change((draft) => {
      const book = draft.runbooks.find((one) => one.id === id);
      if (book) Object.assign(book, dropEmpty({ title, owner }), { versions: [...book.versions, added] });
      else draft.runbooks.push({ id, ...dropEmpty({ title, owner }), versions: [added] });
    });
  } catch (problem) {
    await unlink(path).catch(() => {}); // a file that no register names is overwritten later
    throw problem;
  }
  return succeed({ id, version, steps: steps.length, notices });
}

function refuseTaken(id: string, held: RunbookVersion, sha256: string): Outcome<never> {
  const same = held.sha256 === sha256;
  return fail({
    code: 'version_taken',
    message: `${id} ${held.version} is in the register already${same ? ', with these very words' : ', with another text'}.`,
    hint: same ? 'Nothing was changed.' : 'Nothing was changed. Give the new text a version of its own.',
  });
}

/** A report prints it as the day from which people could rely on the version. */
function refuseDay({ id, version, approved_on }: TakeIn, today: string): Outcome<never> {
  return fail({
    code: 'approved_later',
    message: `${id} ${version} cannot be approved on ${approved_on}: today is ${today}.`,
    hint: 'Nothing was taken in; the register is as it was. Correct the day, or leave it out until the version is approved.',
  });
}

function dropEmpty<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>; // what is undefined was left out just now
  };
}
