import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { chooseMonth } from '#core/scorecard/month-choice.ts';
import { previousMonth } from '#core/scorecard/period.ts';
import { composeScorecard, type Scorecard } from '#core/scorecard/scorecard.ts';
import { describeSources, rowsOf } from '#core/scorecard/source-facts.ts';
import { loadPrevious, readConfig } from './read-config.ts';
import { readMonth } from './read-month.ts';
import { readReadiness } from './read-readiness.ts';

type Needs = {
  readonly data: string;
  readonly month: string;
  readonly config?: string | undefined;
  readonly previous?: string | undefined;
  /** UTC: now. */
  readonly t: string;
  readonly leaveOut?: boolean;
  /** Whose exercises stand beside the figures: those of a workspace, or its samples. */
  readonly readiness: { readonly workspace: string; readonly isSample: boolean };
  readonly signal?: AbortSignal | undefined;
};

export type MadeScorecard = { readonly scorecard: Scorecard; readonly notices: readonly string[] };

/** The scorecard of a month from a folder of five files, with nobody watching. Each line of a refusal's message is a problem. */
export async function makeScorecard(needs: Needs): Promise<Outcome<MadeScorecard>> {
  const { data, month, t, leaveOut = false, readiness, signal } = needs;
  const config = await readConfig(needs.config);
  if (!config.ok) return config;
  const chosen = chooseMonth(month, config.value, dayOf(t, config.value.timezone));
  if ('problem' in chosen) return refuse([chosen.problem]);
  const previous = await loadPrevious(needs.previous, month);
  if (!previous.ok) return previous;
  const { period, settings } = chosen;
  const { source_dates = {}, asks = [], sentence = null } = config.value;
  const read = await readMonth(data, { zone: period.zone, datedOn: source_dates, leaveOut, signal });
  if ('problems' in read) return refuse(read.problems);
  const told: string[] = [];
  const scorecard = composeScorecard({
    rows: rowsOf(read.files),
    period,
    settings,
    sources: describeSources(read.files, period.asOf, settings.source_stale_after_days),
    previous: previous.value,
    asks,
    sentence,
    readiness: await readReadiness(readiness, period.asOf, (notice) => told.push(notice)),
    revision: 1,
    reason: null,
    publishedAt: null,
    publishedBy: null,
  });
  const last = previous.value.at(-1)?.period;
  const gap =
    last !== undefined && last !== previousMonth(month)
      ? [`${needs.previous}: it ends with ${last}, not with the month before ${month}; no change is told.`]
      : [];
  const crossed = Object.entries(scorecard.remarks).flatMap(([kind, told]) =>
    told.map((words) => `${kind}: warning: ${words}`),
  );
  return succeed({ scorecard, notices: [...read.notices, ...crossed, ...gap, ...told] });
}

function refuse(problems: readonly string[]): Outcome<never> {
  return fail({ code: 'bad_input', message: problems.join('\n'), hint: '' });
}
