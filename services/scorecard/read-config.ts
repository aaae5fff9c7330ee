import { readFile } from 'node:fs/promises';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { readPrevious, tellIssue } from '#core/scorecard/read-previous.ts';
import { type MonthConfig, monthConfigSchema } from '#core/scorecard/settings.ts';
import type { PastMonth } from '#core/scorecard/snapshot.ts';
import { explainNotRead } from '../saving/explain-failure.ts';

/** What a month is counted by; without a file, the defaults. */
export async function readConfig(path: string | undefined): Promise<Outcome<MonthConfig>> {
  if (path === undefined) return succeed(monthConfigSchema.parse({}));
  const value = await readJson(path);
  if (!value.ok) return value;
  const config = monthConfigSchema.safeParse(value.value);
  if (!config.success) return refuse(path, tellIssue(config.error, 'what a scorecard is counted by'));
  return isZone(config.data.timezone)
    ? succeed(config.data)
    : refuse(path, `timezone: ${config.data.timezone} is no time zone, such as UTC or Europe/Berlin.`);
}

/** The months before this one, oldest first; none without a file. */
export async function loadPrevious(path: string | undefined, month: string): Promise<Outcome<readonly PastMonth[]>> {
  if (path === undefined) return succeed([]);
  const value = await readJson(path);
  if (!value.ok) return value;
  const read = readPrevious(value.value);
  if ('problem' in read) return refuse(path, read.problem);
  const last = read.months.at(-1)?.period ?? '';
  return last < month
    ? succeed(read.months)
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

function refuse(path: string, why: string): Outcome<never> {
  return fail({ code: 'bad_file', message: `${path}: ${why}`, hint: 'Nothing was written.' });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
