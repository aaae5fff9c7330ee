import { type ExerciseState, isReleased } from '../exercise/state.ts';
import { longDate, shortDate } from '../local-time.ts';
import { titleOfRunbook } from '../scenario/find-runbook.ts';
import { compareWords } from './compare-words.ts';
import { type Block, type Cell, paragraph, type ReportDocument, signatureTable, type Words } from './document.ts';
import { type RunbookChange as Change, type Facts, gatherFacts, injectMark, versionWords } from './facts.ts';
import { capitalise, countWord, listWords, sentence, severityNames } from './term-words.ts';
import { settledAt, titleWords } from './title-words.ts';

/** Old text to new text per runbook, with the reason and what makes a change count as done. Source: spec.md C.6. */
export function buildRunbookChanges(state: ExerciseState, head: string): ReportDocument {
  const facts = gatherFacts(state, head);
  const { runbookChanges: changes } = facts;
  const runbooks = [...new Set(changes.map(({ runbook }) => runbook))].sort();
  const title = `Runbook changes – ${titleWords(facts)}`;
  const number = runbooks.length + 1;
  return {
    id: `RC-${facts.setup.exercise}`,
    title,
    subject: 'Proposed runbook changes',
    keywords: ['runbook', 'exercise', state.scenario.title].join(', '),
    version: versionWords(facts),
    tlp: facts.setup.plan.tlp,
    isDraft: !facts.isFinal,
    settledAt: settledAt(state),
    blocks: [
      { is: 'title', text: title },
      { is: 'meta', words: summarise(facts, runbooks.length, changes.length) },
      ...(runbooks.length === 0 ? [paragraph('No runbook change was proposed in this exercise.')] : []),
      ...runbooks.flatMap((runbook, at) => {
        const own = changes.filter((change) => change.runbook === runbook);
        return writeRunbook(facts, at + 1, runbook, own);
      }),
      ...(runbooks.length === 0 ? [] : writeAfterApproval(facts, number, runbooks, changes)),
    ],
  };
}

function summarise({ setup, days, isFinal }: Facts, runbooks: number, changes: number): string {
  const counted =
    runbooks === 0
      ? 'no runbook'
      : `${countWord(runbooks)} ${runbooks === 1 ? 'runbook' : 'runbooks'}, ${countWord(changes)} ${changes === 1 ? 'step' : 'steps'}`;
  const status = isFinal ? 'which is final' : 'which is still a draft';
  return `${setup.organisation.name} · ${counted} · from the exercise of ${longDate(days.first)} · reasons in PM-${setup.exercise}, ${status}`;
}

function writeRunbook(facts: Facts, number: number, runbook: string, changes: readonly Change[]): readonly Block[] {
  const { setup } = facts;
  const tested = setup.plan.runbooks.find(({ id }) => id === runbook);
  const find = (field: 'new_version' | 'effective_on' | 'owner' | 'approver') => {
    return changes.findLast((change) => change[field] !== undefined)?.[field];
  };
  const effective = find('effective_on');
  const next = find('new_version');
  const version: Words = [
    `${tested?.version ?? (changes.some(({ type }) => type === 'create') ? 'new runbook' : 'version not recorded')} → `,
    { bold: next ?? 'next version' },
    effective ? `, in force from ${longDate(effective)} once approved` : ', date of effect not set',
  ];
  return [
    { is: 'section', number, text: `${runbook} ${titleOfRunbook(runbook, setup) ?? ''}`.trim() },
    {
      is: 'card',
      staysWithNext: true,
      rows: [
        ['Version', version],
        ['Approved', tested?.approved_on ? `${tested.version} on ${longDate(tested.approved_on)}` : 'not recorded'],
        ['Owner · approver', `${find('owner') ?? 'no owner named'} · ${find('approver') ?? 'no approver named'}`],
        ['Reason', tellReasons(facts, changes)],
      ],
    },
    {
      is: 'table',
      caption: `${runbook}: text of the change. Bold words are new; a text written anew is bold as a whole`,
      columns: [
        { head: 'Step', width: 960 },
        { head: 'Old text', width: 3360 },
        { head: 'New text', width: 4020 },
        { head: 'Gap', width: 1020 },
      ],
      rows: changes.map(changeRow),
    },
  ];
}

const changeNames = { add: 'added', change: 'changed', remove: 'removed', create: 'new' } as const;

function changeRow({ step, type, old, new: proposed, gap }: Change): readonly Cell[] {
  return [
    { lines: [{ words: [{ bold: step ?? '–' }] }, { words: changeNames[type], quiet: true }] },
    old ?? '(nothing before)',
    proposed === undefined ? (type === 'remove' ? '(removed)' : 'to be written') : compareWords(old, proposed),
    gap ?? '–',
  ];
}

function tellReasons(facts: Facts, changes: readonly Change[]): string {
  const reasons = [...new Set(changes.flatMap(({ gap }) => gap ?? []))].map((id) => {
    const gap = facts.gaps.find(({ gap: found }) => found.gap === id)?.gap;
    if (!gap) return id;
    const injects = gap.evidence
      .filter((reference) => !reference.startsWith('#'))
      .map((inject) => injectMark(facts, inject));
    const seen = injects.length > 0 ? ` (${listWords(injects)})` : '';
    return `${id}${gap.severity ? `, ${severityNames[gap.severity]}` : ''}: ${gap.title}${seen}`;
  });
  return reasons.length > 0 ? reasons.join(' · ') : 'no gap is linked';
}

function writeAfterApproval(
  facts: Facts,
  number: number,
  runbooks: readonly string[],
  changes: readonly Change[],
): readonly Block[] {
  const rows = runbooks.map((id) => {
    const own = changes.filter(({ runbook }) => runbook === id);
    const next = own.findLast(({ new_version }) => new_version !== undefined)?.new_version;
    const due = own
      .flatMap(({ due_on, effective_on }) => due_on ?? effective_on ?? [])
      .toSorted()
      .at(-1);
    const before = facts.setup.plan.runbooks.find((runbook) => runbook.id === id)?.version;
    return [
      `${id}${next ? ` ${next}` : ''}`,
      due ? `Publish and announce by ${shortDate(due)}` : 'Publish; no date is set',
      before ? `Republish ${before}` : 'Withdraw it',
      tellConfirmation(facts, id, own),
    ];
  });
  const readers = changes.flatMap(({ owner, approver }) => [owner, approver]).filter((name) => name !== undefined);
  return [
    { is: 'section', number, text: 'After approval' },
    { is: 'statement', words: 'A change is done when it is published and the next exercise or drill confirmed it.' },
    {
      is: 'table',
      caption: 'What each change needs before it counts as done',
      columns: [
        { head: 'Runbook', width: 1260 },
        { head: 'Announce and train', width: 2580 },
        { head: 'Undo', width: 1980 },
        { head: 'Confirm by', width: 3540 },
      ],
      rows,
    },
    signatureTable(
      'Approval for publication',
      ['Runbook', 'Approver'],
      runbooks.map((id) => [id, findApprover(changes, id) ?? 'no approver named', '', '']),
    ),
    signatureTable(
      'Read and understood',
      ['Role', 'Name'],
      [...new Set(['Incident Commander', ...readers.map(capitalise)])].map((name) => [name, '', '', '']),
    ),
  ];
}

function findApprover(changes: readonly Change[], id: string): string | undefined {
  return changes.findLast(({ runbook, approver }) => runbook === id && approver !== undefined)?.approver;
}

/** The done-tests of the actions behind the change, then the injects that call for the runbook. */
function tellConfirmation({ gaps, state }: Facts, runbook: string, changes: readonly Change[]): string {
  const tests = gaps
    .filter(({ gap }) => changes.some((change) => change.gap === gap.gap))
    .flatMap(({ actions }) =>
      actions.flatMap(({ register_id, done_test }) => (done_test ? [`${register_id}: ${done_test}`] : [])),
    );
  const injects = state.scenario.injects.filter(
    (inject) => inject.runbook.includes(runbook) && isReleased(state, inject.id),
  );
  const again =
    injects.length > 0 ? ` that plays ${listWords(injects.map(({ id }) => id))}` : ' or drill that needs it';
  return [...tests, `The next exercise${again}`].map(sentence).join(' ');
}
