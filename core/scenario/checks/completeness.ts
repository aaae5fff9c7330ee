import { type Finding, warning } from '../finding.ts';
import type { ContingencyInject, Inject, Scenario } from '../schema.ts';

const withSubject = new Set([
  'email',
  'memo',
  'news_article',
  'regulator_letter',
  'customer_ticket',
  'report',
  'social_media',
  'dashboard',
  'siem_alert',
]);
const headerTexts = ['standard_min', 'facilitator_brief'] as const;
const headerLists = ['before_you_start', 'artificialities', 'safety', 'likely_gaps', 'modelled_on', 'clocks'] as const;

/** Fields of spec.md A.1 and A.2 that a script can do without and a facilitator will miss. */
export function checkCompleteness(scenario: Scenario): readonly Finding[] {
  const missing = [
    ...headerTexts.filter((field) => scenario[field] === undefined),
    ...headerLists.filter((field) => scenario[field].length === 0),
  ];
  return [
    ...missing.map((field) => warning([field], `${field} is missing`)),
    ...checkTitle(scenario, []),
    ...scenario.injects.flatMap((inject, at) => checkInject(inject, ['injects', at])),
    ...scenario.contingency.flatMap((inject, at) => checkContingency(inject, ['contingency', at])),
  ];
}

function checkContingency(inject: ContingencyInject, path: readonly PropertyKey[]): readonly Finding[] {
  const { id, purpose } = inject;
  const absent = [...(lacksSubject(inject) ? ['subject'] : []), ...(purpose === undefined ? ['purpose'] : [])];
  return [...absent.map((field) => warning(path, `${field} is missing at ${id}`)), ...checkTitle(inject, path)];
}

function checkTitle({ id, title }: Pick<Scenario, 'id' | 'title'>, path: readonly PropertyKey[]): readonly Finding[] {
  if (title.length <= 60) return [];
  return [warning([...path, 'title'], `title: ${title.length} characters at ${id}; at most 60 fit`)];
}

const lacksSubject = ({ subject, channel }: ContingencyInject | Inject): boolean =>
  subject === undefined && withSubject.has(channel);

function checkInject(inject: Inject, path: readonly PropertyKey[]): readonly Finding[] {
  const { id, notes, held_back, detectable, detect_target_min, decision, expect, ask } = inject;
  const absent: string[] = [];
  if (lacksSubject(inject)) absent.push('subject');
  if (notes === undefined) absent.push('notes');
  if (expect.length === 0) absent.push('expect');
  if (ask.length === 0) absent.push('ask');
  if (detectable && detect_target_min === undefined) absent.push('detect_target_min');
  if (decision && decision.if_no_decision === undefined) absent.push('decision.if_no_decision');
  const findings = [
    ...absent.map((field) => warning(path, `${field} is missing at ${id}`)),
    ...checkTitle(inject, path),
  ];
  if (held_back.length < 2 || held_back.length > 5)
    findings.push(warning([...path, 'held_back'], `held_back: ${held_back.length} facts at ${id}; 2 to 5 are usual`));
  const sentences = countSentences(notes ?? '');
  if (sentences > 3)
    findings.push(warning([...path, 'notes'], `notes: ${sentences} sentences at ${id}; at most 3 can be read live`));
  return findings;
}

function countSentences(text: string): number {
  return text.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
}
