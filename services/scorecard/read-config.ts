import { readFile } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type ReadConfig, readMonthConfig } from '#core/scorecard/read-config.ts';
import { readPrevious } from '#core/scorecard/read-previous.ts';
import type { Settings } from '#core/scorecard/settings.ts';
import type { PastMonth } from '#core/scorecard/snapshot.ts';
import { explainNotRead } from '../saving/explain-failure.ts';

type Config = Extract<ReadConfig, { readonly config: unknown }>;

/** What a month is counted by: what a file says, over the settings that were kept, over the usual ones. */
export async function readConfig(path: string | undefined, kept: Settings | null): Promise<Outcome<Config>> {
  const value = path === undefined ? succeed({}) : await readJson(path);
  if (!value.ok) return value;
  const read = readMonthConfig(value.value, kept);
  const named = path ?? 'settings';
  if ('problems' in read) return refuse(named, ...read.problems);
  const { timezone } = read.config;
  return isZone(timezone)
    ? succeed(read)
    : refuse(named, `timezone: ${timezone} is no time zone, such as UTC or Europe/Berlin.`);
}

type PreviousMonths = { readonly months: readonly PastMonth[]; readonly settings: Settings | null };

/** The months before this one, oldest first, and what the last was counted by, where the file says it. */
export async function loadPrevious(path: string, month: string): Promise<Outcome<PreviousMonths>> {
  const value = await readJson(path);
  if (!value.ok) return value;
  const read = readPrevious(value.value);
  if ('problems' in read) return refuse(path, ...read.problems);
  const last = read.months.at(-1)?.period ?? '';
  return last < month
    ? succeed(read)
    : refuse(
        path,
        `it is of ${last}, and the month before ${month} is compared with. Name an earlier one with --previous FILE.`,
      );
}

async function readJson(path: string): Promise<Outcome<unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (problem) {
    return refuse(path, `it cannot be read: ${explainNotRead(problem)}.`);
  }
  try {
    return succeed(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (problem) {
    return refuse(path, `it is no JSON: ${problem instanceof Error ? problem.message : String(problem)}.`);
  }
}

/** A line for each fault. */
function refuse(path: string, ...faults: readonly string[]): Outcome<never> {
  const message = faults.map((why) => `${path}: ${why}`).join('\n');
  return fail({ code: 'bad_file', message, hint: 'Nothing was written.' });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
