import { z } from 'zod';
import { actionChangeSchema } from '#core/actions/change-action.ts';
import { exportTargets } from '#core/actions/exports/export-file.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import type { ReturnedGaps } from '#core/plan/returned-gaps.ts';

/** One register: that of samples or that of all other exercises. */
export type RegisterShown = {
  readonly actions: readonly RegisteredAction[];
  /** Titles of exercises by name; those that are not in the workspace any more have none. */
  readonly titles: Readonly<Record<string, string>>;
  readonly returnedGaps: ReturnedGaps;
  /** Names on any roster, and of owners of whom somebody said that they are gone. */
  readonly rosters: readonly string[];
  readonly left: readonly string[];
};

export type ActionsShown = {
  /** The date on this computer. */
  readonly today: string;
  /** null where that register cannot be read; why stands among the notices. */
  readonly own: RegisterShown | null;
  readonly samples: RegisterShown | null;
  readonly notices: readonly string[];
};

const text = z.string().min(1).max(500);

/** Which action of which register, by where it was agreed. */
export const actionChangeInput = z.strictObject({ isSample: z.boolean(), origin: text, change: actionChangeSchema });

export const ownerLeftInput = z.strictObject({ isSample: z.boolean(), name: text, hasLeft: z.boolean() });

export const actionExportInput = z.strictObject({
  isSample: z.boolean(),
  /** In this order. */
  origins: z.array(text).min(1).max(20_000),
  target: z.enum(exportTargets),
  /** The field of the Azure process that takes the due date; null where it has none. Others do not look at it. */
  dueField: z.string().max(200).nullable(),
  bom: z.boolean(),
});
