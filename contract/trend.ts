import { z } from 'zod';
import type { TrendMonth } from '#core/scorecard/trend-lines.ts';
import type { WrittenDocuments } from './console-answers.ts';
import type { Requests } from './requests.ts';

export type TrendShown = {
  /** What was published and what it remembers, the oldest first. */
  readonly months: readonly TrendMonth[];
  /** Months that were published and cannot be read, with why. */
  readonly notices: readonly string[];
};

const gives = <Output>() => z.custom<Output>();
const nothing = z.strictObject({});

export const trendRequests = {
  /** The newest revision of each month. */
  load_trend: { input: nothing, output: gives<TrendShown>() },
  /** The figures of the twelve months as a CSV file. */
  write_trend: { input: nothing, output: gives<WrittenDocuments>() },
  open_trend_folder: { input: nothing, output: gives<{ readonly opened: boolean; readonly folder: string }>() },
} satisfies Requests;
