import { shortDate } from '../../local-time.ts';
import {
  type Block,
  type Cell,
  linesOf,
  note,
  paragraph,
  quiet,
  type ReportDocument,
  type Run,
} from '../../report/document.ts';
import { isDay } from '../../scenario/calendar.ts';
import type { ListedException } from '../figures/exception-flags.ts';
import type { Scorecard } from '../scorecard.ts';
import type { Decided, Snapshot } from '../snapshot.ts';
import { cutCell } from './cut-cell.ts';
import { flagRuns, stateWords } from './flag-words.ts';
import { countWords } from './honest-words.ts';
import { tellLost } from './lost-words.ts';
import { monthWords } from './month-words.ts';
import { frameScorecard } from './scorecard-page.ts';
import { type Decision, decisionRule, decisions, suggestDecision } from './suggest-decision.ts';
import { daysWords } from './urgent-exceptions.ts';

/** Every exception that is active, expired and open, approved for later or pending, to be decided on. Source: spec.md D.5. */
export function buildExceptionPages(scorecard: Scorecard): ReportDocument {
  const { snapshot } = scorecard;
  const title = `Exceptions – ${monthWords(snapshot.period.month)}`;
  const frame = frameScorecard(snapshot);
  return {
    ...frame,
    id: frame.id.replace(/^SC-/, 'EX-'),
    title,
    subject: 'Exceptions to security controls',
    isLandscape: true,
    blocks: [{ is: 'title', text: title }, { is: 'meta', words: metaWords(snapshot) }, ...writeList(scorecard)],
  };
}

function metaWords({ period, revision, settings }: Snapshot): string {
  const asOf = `As of the end of ${shortDate(period.as_of)}, ${period.timezone}`;
  return [asOf, `revision ${revision}`, `thresholds version ${settings.version}`].join(' · ');
}

function writeList(scorecard: Scorecard): readonly Block[] {
  const { snapshot, listed } = scorecard;
  if (listed === null)
    return [
      paragraph(
        tellLost(scorecard, 'exceptions') ??
          'No exceptions file was read for this month, so nobody knows which exceptions are open.',
      ),
    ];
  if (listed.length === 0)
    return [paragraph('No exception is active, expired and still open, approved for later, or pending.')];
  const expiring = snapshot.settings.exceptions.expiring_within_days;
  const decided = new Map((snapshot.decisions ?? []).map((one) => [one.exception, one]));
  const decidedOf = ({ exception }: ListedException) => decided.get(exception.exception_id) ?? null;
  return [
    { is: 'statement', words: summary(snapshot, listed) },
    {
      is: 'table',
      caption: null,
      look: 'dense',
      columns,
      rows: listed.map((one) => rowOf(one, expiring, decidedOf(one))),
    },
    note(
      { bold: 'Decision. ' },
      `${decisionRule} The suggested one stands in bold; tick what is decided.${decided.size > 0 ? ' Where words stand, it is decided, and the file does not say so yet.' : ''}`,
    ),
  ];
}

function summary(snapshot: Snapshot, listed: readonly ListedException[]): readonly Run[] {
  const expiring = snapshot.settings.exceptions.expiring_within_days;
  const counted = (test: (one: ListedException) => boolean) => countWords(listed.filter(test).length);
  const red = counted(({ redFlags }) => redFlags.length > 0);
  return [
    `${counted(({ state }) => state === 'active')} active, ${snapshot.figures.exceptions?.expiring_30d_count ?? 0} of them end within ${expiring} days; `,
    { bold: `${counted(({ state }) => state === 'expired_open')} expired and still open` },
    `; ${counted(({ state }) => state === 'pending')} pending. ${red} of ${countWords(listed.length)} with a red flag (■).`,
  ];
}

const columns = [
  { head: 'Id\nTicket', width: 960 },
  { head: 'Title', width: 1680 },
  { head: 'Scope\nControl', width: 1140 },
  { head: 'Risk', width: 780 },
  { head: 'Owner\nApprover', width: 1380 },
  { head: 'Started\nExpires', width: 1260 },
  { head: 'Days left\nRenewals', width: 960 },
  { head: 'Compensating control', width: 1860 },
  { head: 'State\nFlags', width: 1860 },
  { head: 'Decision', width: 1800 },
] as const;

const most = 110;

function rowOf(one: ListedException, expiring: number, decided: Decided | null): readonly Cell[] {
  const { exception, state, flags } = one;
  const short = (text: string | null) => cutCell(text, 40);
  return [
    linesOf({ words: [{ bold: short(exception.exception_id) }] }, quiet(short(exception.ticket))),
    cutCell(exception.title, most),
    linesOf({ words: short(exception.scope_ref) }, quiet(short(exception.control_ref))),
    exception.risk,
    linesOf(
      { words: exception.owner === null ? [{ bold: 'none' }] : short(exception.owner) },
      quiet(short(exception.approver)),
    ),
    linesOf({ words: dayOrDash(exception.starts_on) }, { words: dayOrDash(exception.expires_on) }),
    linesOf({ words: daysWords(one) }, quiet(exception.renewals === null ? '–' : String(exception.renewals))),
    exception.compensating_control === null ? [{ bold: 'none' }] : cutCell(exception.compensating_control, most),
    linesOf({ words: stateWords[state] }, flags.length > 0 && { words: flagRuns(one, expiring) }),
    decided === null ? decisionCell(one) : decidedCell(decided),
  ];
}

const dayOrDash = (day: string | null) => (day === null ? '–' : shortDate(day));

function decidedCell({ decision, until, by, decided_on }: Decided): Cell {
  const who = { renew: 'approved by', fix: 'by', escalate: 'to', retire: '' } as const;
  return linesOf(
    {
      words: [
        { bold: decision },
        ` ${decision === 'retire' ? 'on' : 'until'} ${isDay(until) ? shortDate(until) : until}`,
      ],
    },
    by !== null && { words: `${who[decision]} ${cutCell(by, 40)}` },
    quiet(`decided ${shortDate(decided_on)}`),
  );
}

/** Boxes to tick, two in a line; the suggested one in bold. */
function decisionCell(one: ListedException): Cell {
  const suggested = suggestDecision(one);
  const boxOf = (decision: Decision): Run =>
    decision === suggested ? { bold: `□\u00A0${decision}` } : `□\u00A0${decision}`;
  const [renew, fix, retire, escalate] = decisions;
  return linesOf({ words: [boxOf(renew), '  ', boxOf(fix)] }, { words: [boxOf(retire), '  ', boxOf(escalate)] });
}
