import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { longDate } from '../local-time.ts';
import { noOriginals, type Originals } from '../runbooks/original.ts';
import { titleOfRunbook } from '../scenario/find-runbook.ts';
import { type Block, paragraph, type ReportDocument, type Words } from './document.ts';
import { type RunbookChange as Change, type Facts, gatherFacts, injectMark, versionWords } from './facts.ts';
import { writeAfterApproval } from './runbook-changes/after-approval.ts';
import { writeOriginalNote } from './runbook-changes/original-note.ts';
import { trackChange } from './runbook-changes/track-change.ts';
import { countWord, listWords, severityNames } from './term-words.ts';
import { settledAt, titleWords } from './title-words.ts';

/** Each change as a tracked change per runbook, with the reason and what makes it count as done. Source: spec.md C.6. */
export function buildRunbookChanges(
  state: ExerciseState,
  head: string,
  originals: Originals = noOriginals,
): ReportDocument {
  const facts = gatherFacts(state, head);
  const { runbookChanges: changes } = facts;
  const runbooks = [...new Set(changes.map(({ runbook }) => runbook))]; // in the order of their changes: RC-1 comes first
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
        return [...writeRunbook(facts, at + 1, runbook, own), ...writeText(facts, runbook, originals)];
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
  const how = runbooks === 0 ? '' : ' · every change is tracked: accept or reject it in Word’s Review tab';
  return `${setup.organisation.name} · ${counted} · from the exercise of ${[...new Set([days.first, days.last])].map(longDate).join(' to ')} · reasons in PM-${setup.exercise}, ${status}${how}`;
}

function writeRunbook(facts: Facts, number: number, runbook: string, changes: readonly Change[]): readonly Block[] {
  const { setup } = facts;
  const tested = setup.plan.runbooks.find(({ id }) => id === runbook);
  const find = (field: 'new_version' | 'effective_on' | 'proposer' | 'owner' | 'approver') => {
    return changes.findLast((change) => change[field] !== undefined)?.[field];
  };
  const effective = find('effective_on');
  const next = find('new_version');
  const version: Words = [
    `${tested?.version ?? (changes.some(({ type }) => type === 'create') ? 'new runbook' : 'version not recorded')} → `,
    { bold: next ?? 'next version' },
    effective ? `, in force from ${longDate(effective)} once approved` : ', date of effect not set',
  ];
  const proposer = find('proposer');
  return [
    { is: 'section', number, text: `${runbook} ${titleOfRunbook(runbook, setup) ?? ''}`.trim() },
    {
      is: 'card',
      staysWithNext: true,
      rows: [
        ['Version', version],
        ['Approved', tested?.approved_on ? `${tested.version} on ${longDate(tested.approved_on)}` : 'not recorded'],
        ['Owner · approver', `${find('owner') ?? 'no owner named'} · ${find('approver') ?? 'no approver named'}`],
        ...(proposer === undefined ? [] : [['Proposed by', proposer] as const]),
        ['Reason', tellReasons(facts, changes)],
      ],
    },
  ];
}

function writeText(facts: Facts, runbook: string, originals: Originals): readonly Block[] {
  const changes = listStandingOf(facts.state, 'runbook_change_proposed').filter(({ data }) => data.runbook === runbook);
  const original = originals.get(runbook);
  return [
    { is: 'subhead', text: 'Text of the change' },
    ...changes.map((event) => trackChange(facts, event, original)),
    ...writeOriginalNote(
      facts,
      changes.map(({ data }) => data),
      original,
    ),
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
