import type { ClockGap } from '#contract/console-answers.ts';
import { listFeed, type Who } from '#core/exercise/views/console-view-feed.ts';
import { listRunbooks, titleOfRunbook } from '#core/scenario/find-runbook.ts';
import { runbookChangeTypes } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Field, type Subject, said } from './act.ts';
import { byField, choicesOf, neededBy } from './act-fields.ts';
import { whyField } from './acts-people.ts';

/** What was written down already, and the runbooks it changes. `about` is the entry's number. */
export function entryActs(subject: Subject): readonly Act[] {
  const { phase } = subject.state;
  if (phase === 'not_started' || phase === 'ended' || phase === 'final') return [];
  if (phase === 'suspended' || phase === 'real_world') return [];
  return [...undo(subject), ...amend(subject), ...withdraw(subject), runbookChange(subject)];
}

function undo({ state }: Subject): readonly Act[] {
  const last = state.undoable?.event;
  if (!last) return [];
  return [
    act('undo_last', {
      id: 'undo',
      name: 'Undo last',
      key: 'Ctrl Z',
      place: 'Right, last entry',
      toCommand: () => ({ type: 'undo_last' }),
    }),
  ];
}

const longest = 80;
/** Nobody looks through more in a list: older ones are found in the feed, and by their words in the palette. */
const mostChoices = 200;

function entryField(
  entries: readonly { readonly seq: number; readonly text: string; readonly minute: number }[],
  about: string,
): Field {
  const choices = entries.slice(0, mostChoices).map(({ seq, text, minute }) => ({
    value: String(seq),
    name: `T+${minute} ${text.slice(0, longest)}`,
  }));
  return { name: 'of', label: 'Entry', kind: 'choice', choices, isNeeded: true, initial: about };
}

function amend({ state, about = '' }: Subject): readonly Act[] {
  const entries = listFeed(state).filter(({ amendable }) => amendable !== null);
  if (entries.length === 0) return [];
  const own = entries.find(({ seq }) => String(seq) === about);
  const who = own?.amendable?.who;
  return [
    act('amend_entry', {
      id: 'amend',
      name: 'Amend an entry',
      submit: 'Amend',
      place: 'Right, on an entry',
      warning: 'The entry as it was stays in the record; the new words take its place.',
      fields: [
        entryField(own ? [own] : entries, about),
        { name: 'text', label: 'New words', kind: 'text', isNeeded: true, initial: own?.amendable?.text ?? '' },
        ...(who ? [whoField(state, who)] : []),
      ],
      toCommand: ({ need, line }) => {
        const entry = entries.find(({ seq }) => String(seq) === need('of'));
        const field = entry?.amendable?.field ?? 'text';
        const role = line('by') ?? '';
        const changed = who && role !== who.role ? { [who.field]: role === '' ? null : role } : {};
        return { type: 'amend_entry', of: Number(need('of')), with: { [field]: need('text'), ...changed } };
      },
    }),
  ];
}

function whoField(state: Subject['state'], { field, role, isNeeded }: Who): Field {
  const label = field === 'owner_role' ? 'Owner' : 'By';
  return isNeeded ? neededBy(state, label, role) : { ...byField(state, role), label };
}

function withdraw({ state, about = '' }: Subject): readonly Act[] {
  const entries = listFeed(state).filter(({ canBeWithdrawn }) => canBeWithdrawn);
  if (entries.length === 0) return [];
  return [
    act('withdraw_entry', {
      id: 'withdraw',
      name: 'Withdraw an entry',
      submit: 'Withdraw',
      place: 'Right, on an entry',
      warning: 'It no longer counts anywhere. The record keeps that it was there.',
      fields: [entryField(entries, about), whyField],
      toCommand: ({ need }) => ({ type: 'withdraw_entry', of: Number(need('of')), reason: need('reason') }),
    }),
  ];
}

function runbookChange({ state, about = '' }: Subject): Act {
  const choices = listRunbooks(state.scenario, state.setup).map((id) => ({
    value: id,
    name: `${id} ${titleOfRunbook(id, state.setup) ?? ''}`.trim(),
  }));
  return act('propose_runbook_change', {
    id: 'runbook-change',
    name: 'Runbook change',
    submit: 'Propose',
    place: 'Middle, on a runbook',
    fields: [
      { name: 'runbook', label: 'Runbook', kind: 'choice', choices, isNeeded: true, initial: about },
      {
        name: 'type',
        label: 'Kind of change',
        kind: 'choice',
        choices: choicesOf(runbookChangeTypes),
        isNeeded: true,
        initial: 'change',
      },
      { name: 'new', label: 'New text', kind: 'text' },
      { name: 'step', label: 'Step', kind: 'line', isMore: true },
      { name: 'old', label: 'Old text', kind: 'text', isMore: true },
    ],
    toCommand: ({ need, line }) => ({
      type: 'propose_runbook_change',
      change: {
        runbook: need('runbook'),
        type: runbookChangeTypes.find((type) => type === need('type')) ?? 'change',
        ...said({ step: line('step'), old: line('old'), new: line('new') }),
      },
    }),
  });
}

/** A stretch nobody watched while the exercise ran: does that time count? */
export function reanchorAct({ after, ms }: ClockGap, counted: boolean): Act {
  return act('reanchor_clock', {
    id: counted ? 'gap-counts' : 'gap-does-not-count',
    name: counted ? 'It counts' : 'It does not count',
    place: 'Question after a restart or sleep',
    toCommand: () => ({ type: 'reanchor_clock', after, gap_ms: Math.round(ms), counted }),
  });
}
