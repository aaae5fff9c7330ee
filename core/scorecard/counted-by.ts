import { z } from 'zod';
import { type FileKind, fileKinds } from './files/file-kinds.ts';
import { quote } from './files/read-cell.ts';
import { mappingSchema, ordersSchema } from './how-read.ts';

/** Of the command line: where that came from which is no row of a file. */
export const countedBySchema = z.strictObject({
  /** Of the screen, as a workspace keeps them; or the usual ones. */
  settings: z.enum(['workspace', 'usual']),
  /** Settings that `--config` named; they go before the others. */
  config: z.array(z.string()),
  /** Files that were read as one with the same heads was read on screen. */
  mappings: z.partialRecord(z.enum(fileKinds), z.strictObject({ mapping: mappingSchema, orders: ordersSchema })),
  /** The last month before that is known; `revision` null: from a file. */
  previous: z.strictObject({ month: z.string(), revision: z.int().min(1).nullable() }).nullable(),
});
export type CountedBy = z.infer<typeof countedBySchema>;

type Places = {
  readonly workspace: string;
  readonly config: string | undefined;
  readonly version: number;
  readonly timezone: string;
};

/** The same in sentences, for whoever started the command. */
export function tellCountedBy(by: CountedBy, places: Places): readonly string[] {
  const { workspace, config, version, timezone } = places;
  const whose =
    by.settings === 'workspace'
      ? `the settings of the workspace ${workspace}, version ${version}`
      : `the usual settings; there is no workspace ${workspace}`;
  const over =
    by.config.length === 0 ? '' : ` ${config ?? 'The config'} goes before them with ${by.config.join(', ')}.`;
  return [
    `Counted by ${whose}, in ${timezone}.${over}`,
    ...fileKinds.flatMap((kind) => tellMapping(kind, by.mappings[kind])),
    ...(by.previous === null ? [] : [tellPrevious(by.previous)]),
  ];
}

function tellMapping(kind: FileKind, read: CountedBy['mappings'][FileKind]): readonly string[] {
  if (!read) return [];
  const columns = Object.entries(read.mapping).map(([name, head]) => `${name} is ${quote(head)}`);
  const orders = Object.entries(read.orders).map(([name, order]) => `${name} has its ${order.replace('_', ' ')}`);
  return [`The file of ${kind} is read as on screen: ${[...columns, ...orders].join(', ')}.`];
}

function tellPrevious({ month, revision }: NonNullable<CountedBy['previous']>): string {
  const published = revision === null ? '' : ` as it was published, revision ${revision}`;
  return `The month before: ${month}${published}.`;
}
