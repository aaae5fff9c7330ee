import { factWords } from '#core/clocks/clock-words.ts';
import { notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import { type ClockChoice, listClockChoices, listStatedFacts } from '#core/exercise/views/console-view-clocks.ts';
import { type IncidentFact, incidentFacts } from '#core/scenario/vocabulary.ts';
import { type Act, act, type Fault, type Field, type Filled, type Subject, said } from './act.ts';
import { byField, neededBy } from './act-fields.ts';
import { roleOf } from './acts-decisions.ts';
import { by, whyField } from './acts-people.ts';
import { roleName } from './words.ts';

const place = 'Strip under the head; capture, More';

/** What is said about legal clocks. `about` is a clock. */
export function clockActs(subject: Subject): readonly Act[] {
  const all = listClockChoices(subject.state);
  return all.length === 0 ? [] : [recognise(subject, all), ruleOut(subject, all), file(subject, all)];
}

function recognise({ state, about = '', isCovered = false }: Subject, all: readonly ClockChoice[]): Act {
  const begun = all.filter(({ hasBegun }) => hasBegun || isCovered); // a list of what has started would be the answer
  const own = begun.filter(({ id }) => id === about);
  const offered = own.length > 0 ? own : begun;
  const next = own[0] ?? offered.find(({ status, hasStart }) => status === 'not_recognised' && hasStart);
  const asked = incidentFacts.filter((fact) => offered.some(({ facts }) => facts.includes(fact)));
  const facts: Field = {
    name: 'facts',
    label: 'What holds of the incident',
    kind: 'many',
    choices: asked.map((fact) => ({ value: fact, name: `${factWords[fact]} (asked for ${whoseFact(offered, fact)})` })),
    initial: listStatedFacts(state),
  };
  return act('recognise_clock', {
    id: 'clock-recognised',
    name: 'Legal clock recognised',
    submit: 'Record',
    place,
    warning: `The list holds what the story has started or this would start, without what your organisation’s profile rules out. For a clock seen ahead, write an observation. ${notLegalAdvice}`,
    fields: [clockField(offered, next?.id, !isCovered), ...(asked.length > 0 ? [facts] : []), byField(state, 'LEGAL')],
    check: (filled) => checkRecognised(offered, filled),
    toCommand: ({ need, line, all: ticked }) => ({
      type: 'recognise_clock',
      clock: need('clock'),
      ...(asked.length > 0 ? { facts: asked.filter((fact) => ticked('facts').includes(fact)) } : {}),
      ...by(line('by')),
    }),
  });
}

/** The rules keep a second recognition; whoever is about to record one has overlooked the first. */
function checkRecognised(offered: readonly ClockChoice[], { need, all }: Filled): string | Fault | null {
  const choice = offered.find(({ id }) => id === need('clock'));
  if (choice?.recognised && choice.status !== 'not_applicable') {
    return `${choice.id} is recognised already: ${whoAndWhen(choice.recognised)}. The first time counts, so nothing was recorded.`;
  }
  const missing = choice?.facts.find((fact) => !all('facts').includes(fact));
  return choice && missing ? { field: 'facts', words: factMissing(choice.id, missing) } : null;
}

/** The clocks that run only where it holds: of the others, nobody has to answer it. */
const whoseFact = (offered: readonly ClockChoice[], fact: IncidentFact) =>
  offered.flatMap(({ id, facts }) => (facts.includes(fact) ? [id] : [])).join(', ');

const factMissing = (clock: string, fact: IncidentFact) =>
  `${clock} runs only where this holds: “${factWords[fact]}”. Tick it, or let Legal record that the clock does not apply.`;

const whoAndWhen = ({ by: role, minute }: { readonly by: string | null; readonly minute: number }) =>
  `${role === null ? '' : `${roleName(role)}, `}T+${minute}`;

function ruleOut({ state, about = '' }: Subject, all: readonly ClockChoice[]): Act {
  return act('rule_out_clock', {
    id: 'clock-ruled-out',
    name: 'Legal clock does not apply',
    submit: 'Record',
    place,
    warning: `Legal decides whether a clock applies. ${notLegalAdvice}`,
    fields: [clockField(all, about), whyField, neededBy(state, 'Decided by', 'LEGAL')],
    check: ({ need }) =>
      need('by') === 'LEGAL'
        ? null
        : `Legal decides whether a clock applies, not ${roleName(need('by'))}. Ask Legal and choose Legal here; what somebody else says is an observation.`,
    toCommand: ({ need }) => ({
      type: 'rule_out_clock',
      clock: need('clock'),
      by: roleOf(need('by')),
      reason: need('reason'),
    }),
  });
}

function file({ state, about = '', isCovered = false }: Subject, all: readonly ClockChoice[]): Act {
  const isSettled = ({ status }: ClockChoice) => status === 'not_applicable' || status === 'filed';
  const begun = all.filter(({ hasBegun, status }) => hasBegun || status !== 'not_recognised' || isCovered);
  const open = begun.filter((choice) => !isSettled(choice)); // nobody files what Legal ruled out, or a notice twice
  const running = open.find(({ status }) => status === 'recognised');
  return act('file_clock', {
    id: 'clock-filed',
    name: 'Legal clock filed',
    submit: 'Record',
    place,
    warning: `Records that the notice went out. What follows from it starts now. ${notLegalAdvice}`,
    fields: [
      clockField(open, about || running?.id),
      { name: 'reference', label: 'Reference', kind: 'line' },
      neededBy(state, 'By', 'LEGAL'),
    ],
    toCommand: ({ need, line }) => ({
      type: 'file_clock',
      clock: need('clock'),
      ...said({ reference: line('reference') }),
      ...by(line('by')),
    }),
  });
}

/** `tells`: also which of them nothing in the story starts. */
function clockField(choices: readonly ClockChoice[], initial = '', tells = false): Field {
  return {
    name: 'clock',
    label: 'Legal clock',
    kind: 'choice',
    choices: choices.map((choice) => ({
      value: choice.id,
      name: `${choice.name}${statusNote(choice)}${tells ? startNote(choice) : ''}`,
    })),
    isNeeded: true,
    initial,
  };
}

const startNote = ({ hasStart, status }: ClockChoice): string =>
  hasStart || status !== 'not_recognised' ? '' : ' (nothing in the story starts it)';

function statusNote({ status, recognised }: ClockChoice): string {
  if (status === 'filed') return ' (filed)';
  if (status === 'not_applicable') return ' (does not apply)';
  return recognised ? ` (recognised, T+${recognised.minute})` : '';
}
