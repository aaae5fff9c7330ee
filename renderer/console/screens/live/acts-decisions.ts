import { listDecisions, listMadeDecisions } from '#core/exercise/views/console-view-decisions.ts';
import { confidences } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Field, type Filled, type Subject, said } from './act.ts';
import { choicesOf, isRole, neededBy } from './act-fields.ts';

/** `about` is the decision a card stands for. */
export function decisionActs(subject: Subject): readonly Act[] {
  return [...openActs(subject), ...recordActs(subject)];
}

function openActs({ state, about = '' }: Subject): readonly Act[] {
  const open = listDecisions(state, 0).filter(({ made }) => !made);
  const field = decisionField(open, about);
  return [
    act('open_decision', {
      id: 'open-decision',
      name: 'Open a decision to the room',
      submit: 'Open to the room',
      place: 'Middle, decision',
      fields: [field],
      toCommand: ({ need }) => ({ type: 'open_decision', decision: need('decision') }),
    }),
    act('open_decision', {
      id: 'new-decision',
      name: 'Open a decision the script does not know',
      submit: 'Open to the room',
      place: 'Middle',
      fields: [
        { name: 'question', label: 'Question', kind: 'line', isNeeded: true },
        { ...neededBy(state, 'Who decides'), name: 'owner' },
        { name: 'target_min', label: 'Target, minutes', kind: 'number', isNeeded: true, initial: '10' },
      ],
      toCommand: ({ need }) => ({
        type: 'open_decision',
        decision: nextOwnDecision(state),
        question: need('question'),
        owner: roleOf(need('owner')),
        target_min: Number(need('target_min')),
      }),
    }),
    act('show_decision_options', {
      id: 'show-options',
      name: 'Show a decision’s options',
      submit: 'Show options',
      place: 'Middle, decision',
      warning: 'The room reads the script’s options. This is logged.',
      fields: [
        decisionField(
          open.filter(({ options }) => options.length > 0),
          about,
        ),
      ],
      toCommand: ({ need }) => ({ type: 'show_decision_options', decision: need('decision') }),
    }),
  ];
}

function recordActs({ state, about = '' }: Subject): readonly Act[] {
  const all = listDecisions(state, 0);
  const open = all.filter(({ made }) => !made);
  const own = all.find(({ id }) => id === about);
  const fields = [
    { name: 'choice', label: 'What was decided', kind: 'line', isNeeded: true } as const,
    neededBy(state, 'Who decided', own?.owner ?? 'IC'),
    ...moreFields,
  ];
  return [
    act('record_decision', {
      id: 'record-decision',
      name: 'Record a decision',
      submit: 'Record',
      place: 'Middle, decision',
      fields: [decisionField(open, about), ...fields],
      toCommand: (filled) => ({ type: 'record_decision', decision: filled.need('decision'), ...decided(filled) }),
    }),
    act('revise_decision', {
      id: 'revise-decision',
      name: 'Revise a decision',
      submit: 'Revise',
      place: 'Middle, decision',
      fields: [decisionField(listMadeDecisions(state), about), ...fields],
      toCommand: (filled) => ({ type: 'revise_decision', decision: filled.need('decision'), ...decided(filled) }),
    }),
  ];
}

function decisionField(decisions: readonly { id: string; question: string }[], initial: string): Field {
  const choices = decisions.map(({ id, question }) => ({ value: id, name: question }));
  return { name: 'decision', label: 'Decision', kind: 'choice', choices, isNeeded: true, initial };
}

const more = (name: string, label: string): Field => ({ name, label, kind: 'line', isMore: true });
const moreFields: readonly Field[] = [
  more('rationale', 'Why'),
  more('information', 'What was known'),
  more('missing', 'What was missing'),
  more('options_considered', 'Options considered, separated by semicolons'),
  {
    ...more('confidence', 'Confidence'),
    kind: 'choice',
    choices: [{ value: '', name: 'Not said' }, ...choicesOf(confidences)],
  },
  more('dissent', 'Who saw it otherwise, and why'),
  more('authority', 'Authority used'),
  more('review_by', 'Looked at again'),
  { ...more('reversible', 'It can be taken back'), kind: 'yes' },
];

function decided({ need, line, yes }: Filled) {
  const confidence = confidences.find((word) => word === line('confidence'));
  const options = line('options_considered')
    ?.split(';')
    .map((option) => option.trim())
    .filter(Boolean);
  return {
    by: roleOf(need('by')),
    choice: need('choice'),
    ...said({
      rationale: line('rationale'),
      information: line('information'),
      missing: line('missing'),
      options_considered: options,
      confidence,
      dissent: line('dissent'),
      authority: line('authority'),
      review_by: line('review_by'),
      reversible: yes('reversible') ? true : undefined,
    }),
  };
}

export const roleOf = (value: string) => (isRole(value) ? value : 'IC');

/** X1, X2: a name of its own, because the script's ids are taken. */
function nextOwnDecision(state: Subject['state']): string {
  let number = 1;
  while (state.standing.has(`opened:X${number}`) || state.standing.has(`made:X${number}`)) number += 1;
  return `X${number}`;
}
