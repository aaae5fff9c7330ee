import type { SavedEvent, SavedEventOf } from '../../exercise/events.ts';
import { findFirst, listStandingOf } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import { describeEvent } from '../describe-event.ts';
import { type Block, paragraph, type Run, type Words } from '../document.ts';
import { type Action, clockMark, type Facts, type Gap, type GapWithActions, injectMark } from '../facts.ts';
import { tellGap } from '../gap-statement.ts';
import { capitalise, cutAtWord, plain, responseNames, sentence, severityNames } from '../term-words.ts';

export function writeGapsAndStrengths(facts: Facts): readonly Block[] {
  const strengths = listStandingOf(facts.state, 'strength_recorded').map(({ data }) => data);
  const responses = new Map(
    listStandingOf(facts.state, 'management_response_recorded').map(({ data }) => [data.gap, data]),
  );
  return [
    { is: 'section', number: 4, text: 'Gaps and strengths' },
    ...(facts.gaps.length === 0 ? [paragraph('No gap was recorded.')] : []),
    ...facts.gaps.flatMap((found) => writeGap(facts, found, responses.get(found.gap.gap))),
    { is: 'subhead', text: 'Strengths and the conditions to preserve' },
    ...(strengths.length === 0 ? [paragraph('No strength was recorded.')] : []),
    ...strengths.map(({ what, effect, keep, evidence }): Block => {
      const words: Run[] = [{ bold: sentence(what) }];
      if (effect) words.push(` ${sentence(capitalise(effect))}`);
      if (keep) words.push(` Keep: ${sentence(keep)}`);
      const injects = evidence.filter((reference) => !reference.startsWith('#'));
      if (injects.length > 0) words.push(` (${injects.map((inject) => injectMark(facts, inject)).join(', ')})`);
      return { is: 'point', words };
    }),
  ];
}

type Response = SavedEventOf<'management_response_recorded'>['data'];

function writeGap(facts: Facts, { gap, actions }: GapWithActions, response: Response | undefined): readonly Block[] {
  const severity = gap.severity ? severityNames[gap.severity] : 'Severity not set';
  const where = [gap.element, gap.capability].flatMap((word) => (word ? [plain(word)] : []));
  const named = `${capitalise(plain(gap.condition ?? 'condition not set'))}${where.length > 0 ? ` (${where.join('; ')})` : ''}`;
  const told = tellResponse(response);
  const followUp: Words = [
    `${named} · ${tellFollowUp(facts, gap, actions)}`,
    ...(told === null ? [] : [' · ', { bold: 'Management: ' }, told]),
  ];
  const rows: (readonly [string, Words])[] = [
    ['Evidence', tellEvidence(facts, gap.evidence)],
    ['Conditions, action', followUp],
  ];
  if (gap.workaround) rows.push(['Workaround', gap.workaround]);
  const hasStatement = Boolean(gap.when || gap.missing || gap.effect);
  return [
    { is: 'subhead', text: `${gap.gap} – ${gap.title}` },
    {
      is: 'statement',
      words: [{ bold: `${severity}. ` }, hasStatement ? tellGap(gap) : 'The statement is not written yet.'],
    },
    { is: 'card', size: 'small', rows },
  ];
}

const longest = 80;

/** Injects with their minutes, then each entry that was cited in its own words. */
function tellEvidence(facts: Facts, evidence: readonly string[]): string {
  const told = evidence
    .toSorted((a, b) => momentOf(facts, a) - momentOf(facts, b))
    .map((reference) => {
      return reference.startsWith('#') ? tellEntry(facts, reference) : injectMark(facts, reference);
    });
  return told.join(' · ') || 'none linked yet';
}

function momentOf({ state, entryAt }: Facts, reference: string): number {
  const event = reference.startsWith('#')
    ? entryAt(Number(reference.slice(1)))
    : (findFirst(state, `released:${reference}`) ?? findFirst(state, `improvised:${reference}`));
  return event?.m ?? 0;
}

function tellEntry(facts: Facts, reference: string): string {
  const event = facts.entryAt(Number(reference.slice(1)));
  return event ? `${clockMark(facts, event.m)} ${cutAtWord(tellBriefly(facts, event), longest)}` : reference;
}

function tellBriefly({ state: { scenario }, taskNameOf }: Facts, event: SavedEvent): string {
  switch (event.type) {
    case 'decision_made':
      return `Decided, ${event.data.decision}: ${event.data.choice}`;
    case 'question_asked':
      return `Asked: ${event.data.question}`;
    case 'action_observed':
    case 'action_not_done': {
      const task = taskNameOf(event.data.action);
      const seen = event.type === 'action_observed' ? 'Observed' : 'Not done';
      return task === null ? describeEvent(event, scenario).text : `${seen}: ${task}`;
    }
    default:
      return describeEvent(event, scenario).text;
  }
}

/** The runbooks to be changed, else those that the injects cited call for; then the actions. */
function tellFollowUp(
  { state, setup, runbookChanges }: Facts,
  { gap, control, evidence }: Gap,
  actions: readonly Action[],
): string {
  const changed = runbookChanges.flatMap((change) => (change.gap === gap ? [change.runbook] : []));
  const called = state.scenario.injects.filter(({ id }) => evidence.includes(id)).flatMap(({ runbook }) => runbook);
  const runbooks = [...new Set(changed)].map((id) => {
    const tested = setup.plan.runbooks.find((runbook) => runbook.id === id);
    return tested ? `${id} ${tested.version}` : id;
  });
  const named = runbooks.length > 0 ? runbooks : [...new Set(called)];
  const agreed = actions.map(({ register_id }) => register_id);
  return [
    ...(control ? [control] : []),
    named.length > 0 ? named.join(', ') : 'no runbook concerned',
    agreed.length > 0 ? agreed.join(', ') : 'no action agreed',
  ].join(' · ');
}

function tellResponse(response: Response | undefined): string | null {
  if (!response) return null;
  const { decision, by, until, note } = response;
  const who = by ? ` by the ${by.charAt(0).toLowerCase()}${by.slice(1)}` : '';
  const words = `${responseNames[decision]}${who}${until ? ` until ${shortDate(until)}` : ''}`;
  return note ? `${words}. ${sentence(note)}` : words;
}
