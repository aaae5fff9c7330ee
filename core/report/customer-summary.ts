import type { ExerciseState } from '../exercise/state.ts';
import { longDate, shortDate } from '../local-time.ts';
import {
  type CustomerFacts,
  findSummaryApproval,
  gatherCustomerFacts,
  type SummaryApproval,
  tellMissing,
} from '../review/customer-summary.ts';
import { listSignatures } from '../review/signatures.ts';
import { type Cell, note, paragraph, type ReportDocument } from './document.ts';
import { capitalise, describeTlp, listWords, plain, plural, roleNames } from './term-words.ts';
import { settledAt } from './title-words.ts';

/** One page that may leave the organisation: that it exercised, not what came out. Built from `CustomerFacts` alone. */
export function buildCustomerSummary(state: ExerciseState): ReportDocument {
  const { setup } = state;
  if (!setup) throw new Error('An exercise that has not started has nothing to report.');
  const facts = gatherCustomerFacts(state);
  const approval = findSummaryApproval(state);
  const isDraft = approval.validUntil === null;
  return {
    id: `CS-${facts.day?.slice(0, 4) ?? ''}${state.scenario.quarter}`,
    title: `Security exercise summary – ${facts.organisation}`,
    subject: 'Security table-top exercise',
    keywords: 'exercise, summary for customers',
    version: `version ${state.version}.0${isDraft ? ', draft' : ''}`,
    tlp: approval.tlp,
    isDraft,
    settledAt: settledAt(state),
    blocks: [
      { is: 'title', text: 'Security exercise summary' },
      {
        is: 'meta',
        words: [facts.organisation, ...(setup.sample ? ['sample exercise, invented throughout'] : [])].join(' · '),
      },
      ...(isDraft
        ? [
            note(
              { bold: 'DRAFT – not for customers. ' },
              `${capitalise(tellMissing(approval.missing))}. Approve it in Review, under Sign-off.`,
            ),
          ]
        : []),
      { is: 'statement', words: tellHeld(facts) },
      { is: 'card', rows: listRows(facts, state) },
      { is: 'block_head', text: 'What this summary is' },
      paragraph(
        `It says that the organisation’s response to security incidents was exercised in discussion, by the functions named${facts.hasActions ? ', and that what was learned is followed up' : ''}. It is no certificate and no statement about any system or any real incident. Findings and their details stay inside the organisation.`,
      ),
      { is: 'block_head', text: 'Release' },
      { is: 'card', rows: listRelease(facts, approval) },
    ],
  };
}

function tellHeld(facts: CustomerFacts): string {
  const { organisation, firstDay, day } = facts;
  const on = day === null ? '' : firstDay === day ? ` on ${longDate(day)}` : ` from ${tellDays(facts)}`;
  return `${organisation} exercised its response to a security incident in a discussion-based table-top exercise${on}.`;
}

function tellDays({ firstDay, day }: CustomerFacts): string {
  const days = [...new Set([firstDay ?? day, day])].flatMap((one) => (one === null ? [] : [longDate(one)]));
  return days.join(' to ');
}

function tellReport(state: ExerciseState): string {
  if (state.phase === 'final')
    return listSignatures(state).length > 0 ? 'A written report exists and was signed off' : 'A written report exists';
  return state.version > 1
    ? 'A written report exists; a new version is being written'
    : 'A written report exists as a draft';
}

function listRows(facts: CustomerFacts, state: ExerciseState): readonly (readonly [string, Cell])[] {
  const { day, type, functions, objectives, hasActions, closedPct } = facts;
  const { inScope, exercised } = objectives;
  const hasEnded = state.phase === 'ended' || state.phase === 'final';
  return [
    ['Date', day === null ? 'not recorded' : tellDays(facts)],
    ['Scenario type', capitalise(plain(type))],
    ['Functions', functions.length === 0 ? 'none recorded' : listWords(functions.map((role) => roleNames[role]))],
    [
      'Objectives',
      `${plural(inScope, 'objective')}, ${exercised === inScope ? 'all' : exercised} exercised${hasEnded ? '' : '; the exercise has not ended'}`,
    ],
    ['Report', tellReport(state)],
    ['Actions', hasActions ? 'What was agreed is tracked until it is closed' : 'No action was agreed'],
    [
      'Earlier actions',
      closedPct === null
        ? 'There was no earlier exercise with actions'
        : `${closedPct}% of those of the exercise before were closed on that day, not counting what did not hold when it was tested again`,
    ],
  ];
}

function listRelease({ organisation }: CustomerFacts, approval: SummaryApproval): readonly (readonly [string, Cell])[] {
  const { given, tlp, validUntil } = approval;
  const by = given.map(({ role, on }) => `${roleNames[role]}, ${shortDate(on)}`);
  return [
    ['Approved by', by.length === 0 ? 'nobody yet' : by.join(' · ')],
    ['Valid until', validUntil === null ? 'not valid without both approvals' : longDate(validUntil)],
    ['Distribution', [{ bold: tlp }, ` – ${describeTlp(tlp, organisation)}`]],
  ];
}
