import { type ExportTarget, exportTargets } from '#core/actions/exports/export-file.ts';
import { type StatusChoice, statusChoices } from '#core/actions/filter-actions.ts';
import type { Words, WrongWords } from './parse-words.ts';

type ActionOptions = {
  readonly status: StatusChoice;
  readonly overdue: boolean;
  readonly target: ExportTarget;
  readonly dueField: string | null | undefined;
  readonly samples: boolean;
  readonly bom: boolean;
};

/** What `muster actions` was asked for, or which of the words is none. */
export function readActionOptions(flags: Words['flags']): ActionOptions | WrongWords {
  const target = flags.get('--target') ?? 'csv';
  const status = flags.get('--status') ?? (target === 'csv' ? 'all' : 'not_closed');
  const mapping = flags.get('--mapping');
  const knownStatus = statusChoices.find((choice) => choice === status);
  const knownTarget = exportTargets.find((choice) => choice === target);
  if (!knownStatus) return { wrong: `--status is one of ${statusChoices.join(', ')}, not ${status}.` };
  if (!knownTarget) return { wrong: `--target is one of ${exportTargets.join(', ')}, not ${target}.` };
  if (mapping !== undefined && knownTarget !== 'azure') return { wrong: '--mapping needs --target azure.' };
  const [, field] = /^due date=(.*)$/i.exec(mapping ?? '') ?? [];
  if (mapping !== undefined && field === undefined)
    return { wrong: '--mapping is "Due Date=FIELD", or "Due Date=" where the process has no such field.' };
  const [overdue, samples, bom] = ['--overdue', '--samples', '--bom'].map((flag) => flags.has(flag));
  return {
    ...{ status: knownStatus, target: knownTarget },
    ...{ overdue: overdue === true, samples: samples === true, bom: bom === true },
    dueField: field === undefined ? undefined : field.trim() || null,
  };
}
