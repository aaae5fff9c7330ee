import { eventAt } from '../../exercise/log.ts';
import { listStandingOf } from '../../exercise/state.ts';
import { titleOfRunbook } from '../../scenario/find-runbook.ts';
import { describeEvent } from '../describe-event.ts';
import { type Block, type Cell, linesOf, paragraph, type Run } from '../document.ts';
import { clockMark, type Facts, type Gap, type GapWithActions, injectMark } from '../facts.ts';
import { shortDate } from '../local-time.ts';
import { capitalise, plain, responseNames, sentence, severityNames, shorten } from '../term-words.ts';

export function writeGapsAndStrengths(facts: Facts): readonly Block[] {
  const strengths = listStandingOf(facts.state, 'strength_recorded').map(({ data }) => data);
  return [
    { is: 'section', number: 4, text: 'Gaps and strengths' },
    ...(facts.gaps.length === 0 ? [paragraph('No gap was recorded.')] : []),
    ...facts.gaps.flatMap((gap) => writeGap(facts, gap)),
    { is: 'subhead', text: 'Strengths and the conditions to preserve' },
    ...(strengths.length === 0 ? [paragraph('No strength was recorded.')] : []),
    ...strengths.map(({ what, effect, keep }): Block => {
      const words: Run[] = [{ bold: sentence(what) }];
      if (effect) words.push(` ${sentence(capitalise(effect))}`);
      if (keep) words.push(` Keep: ${sentence(keep)}`);
      return { is: 'point', words };
    }),
  ];
}

function writeGap(facts: Facts, { gap, actions }: GapWithActions): readonly Block[] {
  const severity = gap.severity ? severityNames[gap.severity] : 'Severity not set';
  const conditions = [
    gap.condition && plain(gap.condition),
    gap.element && plain(gap.element),
    gap.capability && plain(gap.capability),
  ];
  const rows: (readonly [string, Cell])[] = [
    ['Evidence', evidenceCell(facts, gap.evidence)],
    ['Conditions', capitalise(conditions.filter(Boolean).join(' · ')) || 'not set'],
    [
      'Runbook · action',
      tellRunbooks(
        facts,
        gap,
        actions.map(({ register_id }) => register_id),
      ),
    ],
  ];
  if (gap.workaround) rows.push(['Workaround', gap.workaround]);
  const response = tellResponse(facts, gap);
  if (response !== null) rows.push(['Management', response]);
  return [
    { is: 'subhead', text: `${gap.gap} – ${gap.title}` },
    { is: 'statement', words: [{ bold: `${severity}. ` }, tellStatement(gap)] },
    { is: 'card', rows },
  ];
}

/** "When (cue), (arrangement) did not provide (need), so (effect)." Source: spec.md B.3. */
export function tellStatement({ title, when, missing, effect }: Gap): string {
  if (!when && !missing && !effect) return sentence(title);
  const clauses = [when && `when ${when}`, missing, effect && `so ${effect}`].filter(
    (clause) => clause !== undefined && clause !== '',
  );
  return sentence(capitalise(clauses.join(', ')));
}

const longest = 110;

/** Injects on one line with their minutes, then each entry that was cited in its own words. */
function evidenceCell(facts: Facts, evidence: readonly string[]): Cell {
  if (evidence.length === 0) return 'none linked yet';
  const injects = evidence.filter((reference) => !reference.startsWith('#'));
  const entries = evidence.filter((reference) => reference.startsWith('#'));
  return linesOf(
    injects.length > 0 && { words: injects.map((inject) => injectMark(facts, inject)).join(' · ') },
    ...entries.map((reference) => ({ words: tellEntry(facts, reference) })),
  );
}

function tellEntry(facts: Facts, reference: string): string {
  const event = eventAt(facts.state.log, Number(reference.slice(1)));
  if (!event) return reference;
  const { text } = describeEvent(event, facts.state.scenario);
  return `${clockMark(facts, event.m)} ${shorten(text, longest)}`;
}

function tellRunbooks({ state, setup }: Facts, { gap, control, evidence }: Gap, actions: readonly string[]): string {
  const changed = listStandingOf(state, 'runbook_change_proposed').flatMap(({ data }) =>
    data.gap === gap ? [data.runbook] : [],
  );
  const named = state.scenario.injects.filter(({ id }) => evidence.includes(id)).flatMap(({ runbook }) => runbook);
  const runbooks = [...new Set(changed.length > 0 ? changed : named)].map((id) => {
    const tested = setup.plan.runbooks.find((runbook) => runbook.id === id);
    const version = tested ? `, version ${tested.version}` : ', version not recorded';
    return `${id} ${titleOfRunbook(id, setup) ?? ''}${version}`;
  });
  const agreed = actions.length > 0 ? actions.join(', ') : 'no action agreed';
  return [...(control ? [control] : []), runbooks.length > 0 ? runbooks.join('; ') : 'no runbook', agreed].join(' · ');
}

function tellResponse({ state }: Facts, { gap }: Gap): string | null {
  const response = listStandingOf(state, 'management_response_recorded').findLast(({ data }) => data.gap === gap)?.data;
  if (!response) return null;
  const { decision, by, until, note } = response;
  const who = by ? ` by the ${by.charAt(0).toLowerCase()}${by.slice(1)}` : '';
  const words = `${capitalise(responseNames[decision])}${who}${until ? ` until ${shortDate(until)}` : ''}`;
  return note ? `${words}. ${sentence(note)}` : words;
}
