import type { SavedEventOf } from '../../exercise/events.ts';
import { type DecisionMeasure, measureDecisions } from '../../exercise/metrics/decisions.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import { isReleased, listStandingOf } from '../../exercise/state.ts';
import { roundHalfUp } from '../../round.ts';
import { findInjectOfDecision } from '../../scenario/find-inject.ts';
import { type Block, type Cell, type Line, linesOf, note, paragraph, quiet } from '../document.ts';
import { clockMark, type Facts } from '../facts.ts';
import { capitalise, countWord, listWords, roleNames, sentence, unbroken } from '../term-words.ts';

type Made = SavedEventOf<'decision_made' | 'decision_revised'>;

export function writeDecisions(facts: Facts): readonly Block[] {
  const measured = measureDecisions(facts.state, findEndM(facts.state));
  const made = listStandingOf(facts.state, 'decision_made', 'decision_revised');
  const quick = made.filter(
    ({ type, data }) => type === 'decision_made' && !measured.some(({ id }) => id === data.decision),
  );
  const rows = [
    ...measured.map((measure) => measuredRow(facts, measure, made)),
    ...quick.map((entry) => quickRow(facts, entry, made)),
  ];
  const head: Block = { is: 'section', number: 3, text: 'Decisions' };
  if (rows.length === 0)
    return [head, paragraph(`No decision was exercised. ${whatTimesShow}`), ...tellNotExercised(facts)];
  return [
    head,
    { is: 'statement', words: summarise(facts, measured, quick.length) },
    {
      is: 'table',
      caption: 'Decision log',
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Question and owner', width: 1920 },
        { head: 'Choice, rationale, options', width: 4200 },
        { head: 'Known at the time', width: 2280 },
        { head: 'Minutes', width: 960 },
      ],
      rows,
    },
    ...tellNotExercised(facts),
  ];
}

/** Said with the times, whatever was decided. Source: spec.md B.7. */
const whatTimesShow = 'Times show how fast the room decided in discussion, not how fast systems would respond.';

function summarise({ isRated }: Facts, measured: readonly DecisionMeasure[], quick: number): string {
  const decided = measured.filter(({ isDecided }) => isDecided).length;
  const inTime = measured.filter(({ isOnTime }) => isOnTime).length;
  const parts = [
    measured.length === 0
      ? 'No timed decision was opened.'
      : `${capitalise(countWord(measured.length))} ${measured.length === 1 ? 'decision was' : 'decisions were'} opened, ${countWord(decided)} made${isRated ? `, ${countWord(inTime)} within target` : ''}.`,
    ...(quick > 0
      ? [
          `${capitalise(countWord(quick))} more ${quick === 1 ? 'was' : 'were'} taken in passing and ${quick === 1 ? 'is' : 'are'} not timed.`,
        ]
      : []),
    whatTimesShow,
  ];
  return parts.join(' ');
}

function measuredRow(facts: Facts, measure: DecisionMeasure, made: readonly Made[]): readonly Cell[] {
  const { id, question, owner, openedExplicitly } = measure;
  const entries = made.filter(({ data }) => data.decision === id);
  const [first, ...revised] = entries;
  const planned = roleNames[owner as keyof typeof roleNames] ?? owner; // an owner is always a role of the vocabulary
  const actual = first && roleNames[first.data.by];
  const by = !actual || actual === planned ? planned : `${actual}; planned: ${planned}`;
  const options = facts.state.scenario.injects.find(({ decision }) => decision?.id === id)?.decision?.options ?? [];
  return [
    linesOf({ words: [{ bold: `${id} ` }, question] }, quiet(by)),
    first ? choiceCell(facts, first, revised) : undecidedCell(openedExplicitly, options),
    first ? knownCell(first) : '–',
    facts.isRated ? minutesCell(facts, measure, first) : 'not rated',
  ];
}

function quickRow(facts: Facts, entry: Made, made: readonly Made[]): readonly Cell[] {
  const { decision, by } = entry.data;
  const question = entry.type === 'decision_made' ? (entry.data.question ?? decision) : decision;
  const revised = made.filter(({ type, data }) => type === 'decision_revised' && data.decision === decision);
  return [
    linesOf({ words: question }, quiet(roleNames[by])),
    choiceCell(facts, entry, revised),
    knownCell(entry),
    `at ${clockMark(facts, entry.m)}, not timed`,
  ];
}

function choiceCell(facts: Facts, { data }: Made, revised: readonly Made[]): Cell {
  const { choice, rationale, options_considered, authority, dissent, review_by } = data;
  return linesOf(
    { words: [{ bold: sentence(choice) }, ...(rationale ? [` ${sentence(rationale)}`] : [])] },
    ...revised.map((entry) => ({
      words: [
        `Revised at ${clockMark(facts, entry.m)}: `,
        { bold: sentence(entry.data.choice) },
        ...(entry.data.rationale ? [` ${sentence(entry.data.rationale)}`] : []),
      ],
    })),
    authority !== undefined && { words: [{ bold: 'Authority: ' }, sentence(authority)] },
    dissent !== undefined && { words: [{ bold: 'Dissent: ' }, sentence(dissent)] },
    optionLine(options_considered ?? [], choice, review_by),
  );
}

/** The release of its inject opens a decision; that the room was asked is more. Source: definitions.md, "Decisions". */
function undecidedCell(wasAsked: boolean, options: readonly string[]): Cell {
  return linesOf(
    { words: [{ bold: 'Not decided.' }] },
    !wasAsked && quiet('Opened with its inject; its question was never put to the room, so it lowers no rating.'),
    optionLine(options, null),
  );
}

function optionLine(options: readonly string[], choice: string | null, reviewBy?: string) {
  const others = options.filter((option) => option !== choice);
  return quietLine(
    others.length > 0 && `${choice === null ? 'Options' : 'Also considered'}: ${others.join(' · ')}`,
    reviewBy !== undefined && `To be looked at again: ${reviewBy}`,
  );
}

/** What there is of these, one after the other. */
function quietLine(...parts: readonly (string | false)[]): Line | false {
  const told = parts.filter((part) => part !== false);
  return told.length > 0 && quiet(told.map(sentence).join(' '));
}

function knownCell({ data: { information, missing, confidence } }: Made): Cell {
  const lines = [
    information !== undefined && { words: information },
    quietLine(missing !== undefined && `Missing: ${missing}`, confidence !== undefined && `Confidence: ${confidence}`),
  ];
  return lines.some((line) => line !== false) ? linesOf(...lines) : 'not recorded';
}

function minutesCell(facts: Facts, measure: DecisionMeasure, made: Made | undefined): Cell {
  const { latencyMinutes, openMinutes, targetMinutes, isOnTime } = measure;
  const target = Number.isFinite(targetMinutes) ? ` of ${targetMinutes}` : ', no target';
  const words = unbroken(`${roundHalfUp(openMinutes).toFixed(1)}${target}`);
  if (made && latencyMinutes === null)
    return linesOf({ words: 'not measured' }, quiet(`decided at ${clockMark(facts, made.m)}, before it was opened`));
  if (!made || latencyMinutes === null) return linesOf({ words: [{ bold: words }] }, quiet('open at the end'));
  const at = quiet(`made at ${clockMark(facts, made.m)}`);
  return isOnTime ? linesOf({ words }, at) : linesOf({ words }, { words: [{ bold: 'late' }] }, at);
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

function tellNotExercised({ state }: Facts): readonly Block[] {
  const ids = state.scenario.injects.flatMap(({ decision }) => decision?.id ?? []);
  const skipped = ids.filter((id) => {
    const inject = findInjectOfDecision(state.scenario, id);
    return inject && !isReleased(state, inject.id);
  });
  if (skipped.length === 0) return [];
  return [
    note(
      `Not exercised, because ${skipped.length === 1 ? 'its inject was' : 'their injects were'} not released: ${listWords(skipped.toSorted(byNumber))}.`,
    ),
  ];
}
