import { isReleased } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import type { Block } from '../document.ts';
import type { RunbookChange as Change, Facts } from '../facts.ts';
import { signatureTable } from '../signature-table.ts';
import { capitalise, listWords, sentence } from '../term-words.ts';

/** Announcing, undoing, confirming and signing. */
export function writeAfterApproval(
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
      fitsColumns: true,
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
