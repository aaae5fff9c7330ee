import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import type { Recall } from '#core/scorecard/files/read-header.ts';
import type { RowProblem } from '#core/scorecard/files/row-problem.ts';
import type { Notice } from '#core/scorecard/month-notices.ts';
import type { ReadFile } from '#core/scorecard/source-facts.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import { readMonthFile } from './read-month-file.ts';

export type MonthFiles = Readonly<Record<FileKind, ReadFile>>;
type Needs = {
  readonly zone: string;
  readonly datedOn: Partial<Record<FileKind, string>>;
  /** Rows that cannot be counted are left out, and said; else one of them refuses the month. */
  readonly leaveOut: boolean;
  /** How a file with the same heads was read before. */
  readonly recall?: ((kind: FileKind) => Recall) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** `problems`: one line each, `file:line:column: message` where it is a row's. */
export type MonthRead =
  | { readonly files: MonthFiles; readonly notices: readonly Notice[] }
  | { readonly problems: readonly string[] };

/** The five files of a folder: all of them, or every reason why not. */
export async function readMonth(folder: string, needs: Needs): Promise<MonthRead> {
  const found = await findFiles(folder);
  if (!found.ok) return { problems: [`${found.problem.message} ${found.problem.hint}`] };
  const [problems, notices]: [string[], Notice[]] = [[], []];
  const files: Partial<Record<FileKind, ReadFile>> = {};
  for (const kind of fileKinds) {
    const path = found.value[kind];
    const read = await readMonthFile(kind, path, {
      options: { zone: needs.zone, ...(needs.recall && { recall: needs.recall(kind) }) },
      datedOn: needs.datedOn[kind],
      signal: needs.signal,
    });
    if (!read.ok) problems.push(`${read.problem.message} ${read.problem.hint}`);
    else {
      files[kind] = read.value;
      const { wrong, told } = describeFaults(path, read.value, needs.leaveOut);
      problems.push(...wrong);
      notices.push(...told);
    }
  }
  const { assets, incidents, drift, exceptions, vulnerabilities } = files;
  if (problems.length > 0 || !(assets && incidents && drift && exceptions && vulnerabilities)) return { problems };
  return { files: { assets, incidents, drift, exceptions, vulnerabilities }, notices };
}

async function findFiles(folder: string): Promise<Outcome<Readonly<Record<FileKind, string>>>> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (problem) {
    return fail({
      code: 'not_read',
      message: `The folder ${folder} cannot be read: ${explainNotRead(problem)}.`,
      hint: 'Name the folder that holds the five files with --data DIR.',
    });
  }
  const chosen = fileKinds.map((kind) => ({
    kind,
    found: names.filter((name) => [`${kind}.csv`, `${kind}.xlsx`].includes(name.toLowerCase())),
  }));
  const missing = chosen.filter(({ found }) => found.length === 0).map(({ kind }) => `${kind}.csv`);
  if (missing.length > 0)
    return fail({
      code: 'missing',
      message: `${folder} holds no ${missing.join(', no ')} (nor .xlsx).`,
      hint: 'Where there was nothing to count, a file with its heads alone says so: muster scorecard --templates DIR writes them.',
    });
  const twice = chosen.find(({ found }) => found.length > 1);
  if (twice)
    return fail({
      code: 'twice',
      message: `${folder} holds ${twice.found.join(' and ')}.`,
      hint: 'Which one counts is not guessed: move the other away.',
    });
  return succeed(
    Object.fromEntries(chosen.map(({ kind, found }) => [kind, join(folder, found[0] ?? '')])) as Record<
      FileKind,
      string
    >,
  );
}

type Described = { readonly wrong: readonly string[]; readonly told: readonly Notice[] };

/** What keeps a file from being taken, and what is told of one that was. */
function describeFaults(path: string, { table }: ReadFile, leaveOut: boolean): Described {
  const { kind: file, absent, warnings, problems, fault, rejected } = table;
  const place = ({ line, column }: Pick<RowProblem, 'line' | 'column'>) => `${path}:${line}:${column ?? 1}`;
  const told = warnings.map(
    (warning): Notice => ({
      ...{ is: absent.includes(warning) ? 'missing_column' : 'row', file },
      message: `${place(warning)}: warning: ${warning.message}`,
    }),
  );
  if (fault) return { wrong: [`${place(fault)}: ${fault.message}. Nothing of this file was taken`], told };
  const rows = problems.map((problem) => `${place(problem)}: ${problem.message}`);
  if (leaveOut)
    return {
      wrong: [],
      told: [...told, ...rows.map((row): Notice => ({ is: 'row', file, message: `${row}; the row was left out` }))],
    };
  const more = rejected > rows.length ? [`${path}: ${rejected} rows in all cannot be counted`] : [];
  return { wrong: [...rows, ...more], told };
}
