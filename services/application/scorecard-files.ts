import { basename } from 'node:path';
import type { FilePreview, MonthShown } from '#contract/scorecard.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import type { FileKind } from '#core/scorecard/files/file-kinds.ts';
import { readMappings, rememberMapping } from '../registers/scorecard-mappings.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { Doing, ScorecardDesk } from './scorecard-desk.ts';
import type { ScorecardMonths } from './scorecard-months.ts';
import type { Uploads } from './scorecard-uploads.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly desk: ScorecardDesk;
  readonly uploads: Uploads;
  readonly months: ScorecardMonths;
  /** UTC. */
  readonly now: () => string;
  readonly tellText: (text: string) => void;
};

type FileNamed = { readonly path: string } | { readonly upload: string };
type PreviewWanted = {
  readonly kind: FileKind;
  readonly file: FileNamed;
  readonly mapping: FilePreview['mapping'] | null;
  readonly orders: FilePreview['orders'] | null;
};
type TakeWanted = Pick<FilePreview, 'kind' | 'sha256' | 'mapping' | 'orders'> & {
  readonly month: string;
  readonly file: FileNamed;
  readonly datedOn: string;
  readonly without: number;
};

/** The five files of a month: looked at, then taken or left. */
export function createMonthFiles({ workspace, desk, uploads, months, now, tellText }: Needs) {
  /** Where a file lies, and what it is called. */
  function placeOf(file: FileNamed): Outcome<{ path: string; name: string; changedOn: string | null }> {
    if ('path' in file) return succeed({ path: file.path, name: basename(file.path), changedOn: null });
    return uploads.find(file.upload);
  }

  async function take(wanted: TakeWanted, doing: Doing): Promise<Outcome<MonthShown>> {
    const { month, kind, file, sha256, datedOn, without } = wanted;
    const [mapping, orders] = [{ ...wanted.mapping }, { ...wanted.orders }];
    const place = placeOf(file);
    if (!place.ok) return place;
    const allowed = await months.change(month, (draft) => draft);
    if (!allowed.ok) return allowed;
    const { timezone: zone } = await months.settings();
    const about = { workspace: workspace.folder, month, kind, isSent: 'upload' in file, zone, takenAt: now() };
    const { path, name } = place.value;
    const taken = await desk.ask('take', { ...about, path, name, sha256, datedOn, without, mapping, orders }, doing);
    if (!taken.ok) return taken;
    if ('upload' in file) await uploads.drop(file.upload);
    await months.change(month, (draft) => ({ ...draft, files: { ...draft.files, [kind]: taken.value.file } }));
    await rememberMapping(workspace, { kind, heads: [...taken.value.heads], mapping, orders }, tellText);
    await months.sweep(month);
    return months.show(month, null);
  }

  async function drop(month: string, kind: FileKind): Promise<Outcome<MonthShown>> {
    const dropped = await months.change(month, (draft) => {
      const { [kind]: _gone, ...files } = draft.files;
      return { ...draft, files };
    });
    if (!dropped.ok) return dropped;
    await months.sweep(month);
    return months.show(month, null);
  }

  return {
    preview: async ({ kind, file, mapping, orders }: PreviewWanted, doing: Doing): Promise<Outcome<FilePreview>> => {
      const place = placeOf(file);
      if (!place.ok) return place;
      const { timezone: zone } = await months.settings();
      const remembered = await readMappings(workspace, tellText);
      return desk.ask('preview', { ...place.value, kind, zone, mapping, orders, remembered }, doing);
    },
    take: (wanted: TakeWanted, doing: Doing) => months.inTurn(() => take(wanted, doing)),
    drop: (month: string, kind: FileKind) => months.inTurn(() => drop(month, kind)),
  };
}

export type MonthFiles = ReturnType<typeof createMonthFiles>;
