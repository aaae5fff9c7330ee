import { listDecisionsBeside } from '#core/exceptions/decisions-beside.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { CountedBy } from '#core/scorecard/counted-by.ts';
import { fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { chooseMonth } from '#core/scorecard/month-choice.ts';
import { type Notice, tellMonth } from '#core/scorecard/month-notices.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { previousMonth } from '#core/scorecard/period.ts';
import { composeScorecard, type Scorecard } from '#core/scorecard/scorecard.ts';
import { describeSources, readingOf, rowsOf } from '#core/scorecard/source-facts.ts';
import { loadPrevious, readConfig } from './read-config.ts';
import { type Proposed, proposedName, readDiscovery } from './read-discovery.ts';
import { type MonthFiles, readMonth } from './read-month.ts';
import { readReadiness } from './read-readiness.ts';
import { type RecalledWorkspace, recallWorkspace } from './recall-workspace.ts';

type Needs = {
  readonly data: string;
  readonly month: string;
  readonly config?: string | undefined;
  readonly previous?: string | undefined;
  /** UTC: now. */
  readonly t: string;
  readonly leaveOut?: boolean;
  /** A list of what was found, to be held against the month's assets and drift. */
  readonly discovery?: string | undefined;
  /** Whose exercises stand beside the figures: those of a workspace, or its samples. */
  readonly readiness: { readonly workspace: string; readonly isSample: boolean };
  /** Whose settings, columns and published months count, where no file says otherwise. */
  readonly recalls?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type MadeScorecard = {
  readonly scorecard: Scorecard;
  readonly countedBy: CountedBy;
  readonly notices: readonly Notice[];
  /** null: no discovery list was given. */
  readonly proposed: Proposed | null;
};

/** The scorecard of a month from a folder of five files, with nobody watching. Each line of a refusal's message is a problem. */
export async function makeScorecard(needs: Needs): Promise<Outcome<MadeScorecard>> {
  const { data, month, t, leaveOut = false, readiness, signal } = needs;
  const told: Notice[] = [];
  const tell = (message: string) => told.push({ is: 'workspace', file: null, message });
  const recalled = needs.recalls === undefined ? succeed(null) : await recallWorkspace(needs.recalls, tell);
  if (!recalled.ok) return recalled;
  const kept = recalled.value;
  const read = await readConfig(needs.config, kept?.settings ?? null);
  if (!read.ok) return read;
  const { config, named } = read.value;
  const chosen = chooseMonth(month, config, dayOf(t, config.timezone));
  if ('problem' in chosen) return refuse([chosen.problem]);
  const previous = await findPrevious(needs, kept);
  if (!previous.ok) return previous;
  const { period, settings } = chosen;
  const { source_dates = {}, asks = [], sentence = null } = config;
  const found = await readMonth(data, {
    ...{ zone: period.zone, datedOn: source_dates, leaveOut, signal },
    recall: kept?.recall,
  });
  if ('problems' in found) return refuse(found.problems);
  const countedBy: CountedBy = {
    ...{ settings: kept === null ? 'usual' : 'workspace', config: [...named], mappings: recalledOf(found.files) },
    previous: previous.value.last,
  };
  const rows = rowsOf(found.files);
  const scorecard = composeScorecard({
    ...{ rows, decisions: listDecisionsBeside(kept?.decided ?? [], rows.exceptions ?? [], period.asOf) },
    ...{ period, settings, previous: previous.value.months, asks, sentence, countedBy },
    ...{ reading: readingOf(found.files), before: previous.value.before },
    sources: describeSources(found.files, period.asOf, settings.source_stale_after_days),
    readiness: await readReadiness(readiness, period.asOf, tell),
    ...{ revision: 1, reason: null, publishedAt: null, publishedBy: null },
  });
  const proposed =
    needs.discovery === undefined
      ? succeed(null)
      : await readDiscovery(needs.discovery, scorecard, { period, leaveOut, signal });
  if (!proposed.ok) return proposed;
  const notices = [
    ...tellMonth(scorecard.snapshot),
    ...found.notices,
    ...tellContradictions(scorecard.remarks),
    ...tellProposed(proposed.value),
    ...tellGap(needs, previous.value.last),
    ...told,
  ];
  return succeed({ scorecard, countedBy, notices, proposed: proposed.value });
}

type Previous = Awaited<ReturnType<RecalledWorkspace['past']>>;

/** A file that was named goes before what was published. */
async function findPrevious({ previous, month }: Needs, kept: RecalledWorkspace | null): Promise<Outcome<Previous>> {
  if (previous === undefined)
    return succeed(kept === null ? { months: [], last: null, before: [] } : await kept.past(month));
  const loaded = await loadPrevious(previous, month);
  if (!loaded.ok) return loaded;
  const { months, settings } = loaded.value;
  const last = months.at(-1)?.period;
  if (last === undefined) return succeed({ months, last: null, before: [] });
  const before = settings === null ? [] : [{ of: monthWords(last), settings }];
  return succeed({ months, last: { month: last, revision: null }, before });
}

function recalledOf(files: MonthFiles): CountedBy['mappings'] {
  return Object.fromEntries(
    fileKinds.flatMap((kind) => {
      const { recalled } = files[kind].table;
      return recalled === null ? [] : [[kind, recalled]];
    }),
  );
}

function tellContradictions(remarks: ReturnType<typeof composeScorecard>['remarks']): readonly Notice[] {
  return fileKinds.flatMap((kind) =>
    remarks[kind].map((words): Notice => ({ is: 'contradiction', file: kind, message: `${kind}: warning: ${words}` })),
  );
}

function tellProposed(proposed: Proposed | null): readonly Notice[] {
  if (proposed === null) return [];
  const { rows, left } = proposed;
  const what = rows === 1 ? '1 identifier is' : `${rows} identifiers are`;
  const told =
    rows === 0
      ? 'everything in it is in assets.csv or drift.csv'
      : `${what} neither in assets.csv nor in drift.csv: review ${proposedName}, and move what is ours to drift.csv. Nothing of it is counted`;
  const unread = left > 0 ? ` ${left} of its rows could not be read and ${left === 1 ? 'is' : 'are'} left out.` : '';
  return [{ is: 'discovery', file: 'drift', message: `discovery: ${told}.${unread}` }];
}

function tellGap({ month, previous }: Needs, last: CountedBy['previous']): readonly Notice[] {
  if (last === null || last.month === previousMonth(month)) return [];
  const where =
    previous === undefined
      ? `The last month that was published is ${last.month}, not the month before ${month}`
      : `${previous}: it ends with ${last.month}, not with the month before ${month}`;
  return [{ is: 'previous', file: null, message: `${where}; no change is told.` }];
}

function refuse(problems: readonly string[]): Outcome<never> {
  return fail({ code: 'bad_input', message: problems.join('\n'), hint: '' });
}
