import { fail, type Outcome, succeed } from '../../outcome.ts';
import { severityOf } from '../priority.ts';
import type { RegisteredAction } from '../registered-action.ts';
import type { ExportFile } from './export-file.ts';
import { cleanLine, cutTo, describeForTracker, dueOf, labelsOf } from './export-text.ts';

/** No `ID`: the items are new; no `State`: they arrive as New. Source: spec.md C.7. */
export const azureHeader = 'Work Item Type,Title,Assigned To,Priority,Due Date,Description,Tags'.split(',');
const dueColumn = 'Due Date';

/** The field of the process that takes the date; null where it has none, and the date stands in the description. */
export type AzureMapping = { readonly dueField: string | null };
export const usualAzureMapping: AzureMapping = { dueField: dueColumn };

const priorities = { critical: '1', high: '2', medium: '3', low: '4' } as const;
const rowsAtMost = 1_000;
const titleMost = 255;
const descriptionMost = 32_000;

/** As a field is called in Azure Boards, and not as a column that is there already. */
export function checkAzureMapping({ dueField }: AzureMapping): Outcome<AzureMapping> {
  const name = dueField?.trim() ?? null;
  if (name === null) return succeed({ dueField: null });
  const isTaken = azureHeader.some((column) => column !== dueColumn && column.toLowerCase() === name.toLowerCase());
  if (!isTaken && /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,127}$/u.test(name)) return succeed({ dueField: name });
  return fail({
    code: 'bad_mapping',
    message: `“${name}” cannot be the field for the due date: ${isTaken ? 'another column has that name' : 'no field is called so'}.`,
    hint: 'Nothing was written. Name a field of your process, such as Due Date or Target Date, or none.',
  });
}

/** As many files as it takes: Azure Boards imports at most 1,000 items from one. */
export function listAzureFiles(
  actions: readonly RegisteredAction[],
  isSample: boolean,
  { dueField }: AzureMapping,
): readonly ExportFile[] {
  const header = azureHeader.flatMap((column) => (column === dueColumn ? (dueField ?? []) : column));
  const rows = actions.map((action) => listRow(action, isSample, dueField !== null));
  const files = Math.max(1, Math.ceil(rows.length / rowsAtMost));
  return Array.from({ length: files }, (_, at) => ({
    is: 'table' as const,
    name: at === 0 ? 'azure-boards.csv' : `azure-boards-${at + 1}.csv`,
    header,
    rows: rows.slice(at * rowsAtMost, (at + 1) * rowsAtMost),
  }));
}

function listRow(action: RegisteredAction, isSample: boolean, hasDue: boolean): readonly string[] {
  const severity = severityOf(action);
  const email = action.owner_email ?? '';
  const limits = { titleMost, most: descriptionMost, hasDue, hasOwner: email !== '' };
  const tags = [...labelsOf(action, isSample), action.register_id];
  return [
    'Task',
    cutTo(cleanLine(action.title), titleMost),
    email,
    severity === null ? '' : priorities[severity],
    ...(hasDue ? [dueOf(action)] : []),
    describeForTracker(action, limits)
      .map(([name, text]) => `<p><b>${name}</b><br>${toHtml(text)}</p>`)
      .join(''),
    tags.map((tag) => cleanLine(tag).replace(/[;,]/g, '-')).join('; '),
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>');
}
