import { measureActions } from '../../exercise/metrics/actions.ts';
import { measureDecisions } from '../../exercise/metrics/decisions.ts';
import { findEndM } from '../../exercise/metrics/measure-exercise.ts';
import { isReleased, listStandingOf } from '../../exercise/state.ts';
import { shortDate } from '../../local-time.ts';
import type { Capability, ProfileFlag } from '../../scenario/vocabulary.ts';
import type { Facts } from '../facts.ts';
import { listWords, plural } from '../term-words.ts';

type Row = readonly [requirement: string, asks: string, record: string];
/** null: this exercise has nothing to show for it. */
type Shows = (facts: Facts) => string | null;

const mostIds = 6;

/** Some ids and how many more there are. */
function nameIds(ids: readonly string[]): string {
  return ids.length <= mostIds ? listWords(ids) : listWords([...ids.slice(0, mostIds), `${ids.length - mostIds} more`]);
}

const held: Shows = ({ days, setup }) => `played on ${shortDate(days.last)}, ${setup.exercise}; appendices A and C`;

const evaluated: Shows = ({ state }) => {
  const noticed = listStandingOf(state, 'detected').map(({ data }) => data.inject);
  const declared = listStandingOf(state, 'incident_declared', 'severity_changed').length;
  const parts = [
    ...(noticed.length > 0 ? [`noticed: ${nameIds([...new Set(noticed)])}`] : []),
    ...(declared > 0 ? [`${plural(declared, 'entry', 'entries')} of declaration or severity`] : []),
  ];
  return parts.length > 0 ? `${parts.join('; ')}; appendix C` : null;
};

const responded: Shows = ({ state }) => {
  const seen = measureActions(state).filter(({ minutes }) => minutes !== null);
  if (seen.length === 0) return null;
  const roles = new Set(seen.map(({ action }) => action.by));
  return `${plural(seen.length, 'expected action')} observed of ${plural(roles.size, 'function')}; section 2, appendix C`;
};

const improved: Shows = ({ gaps }) => {
  const tracked = gaps.filter(({ actions }) => actions.length > 0).map(({ gap }) => gap.gap);
  return tracked.length > 0 ? `actions agreed for ${nameIds(tracked)}; section 1` : null;
};

/** Objectives of a capability with at least one critical task observed. */
const exercised =
  (...capabilities: readonly Capability[]): Shows =>
  ({ objectives }) => {
    const seen = objectives.filter(
      ({ objective, tasks }) =>
        capabilities.includes(objective.capability) &&
        tasks.some(({ state }) => state === 'done_on_time' || state === 'done_late'),
    );
    return seen.length > 0 ? `objective ${nameIds(seen.map(({ objective }) => objective.id))}; section 2` : null;
  };

const plansTested: Shows = ({ state, setup }) => {
  const called = new Set(
    state.scenario.injects.filter(({ id }) => isReleased(state, id)).flatMap(({ runbook }) => runbook),
  );
  const tested = setup.plan.runbooks.filter(({ id }) => called.has(id)).map(({ id, version }) => `${id} ${version}`);
  return tested.length > 0 ? `${nameIds(tested)}; section 6` : null;
};

const plansChanged: Shows = ({ runbookChanges }) => {
  const changed = [...new Set(runbookChanges.map(({ runbook }) => runbook))];
  return changed.length > 0 ? `changes proposed to ${nameIds(changed)}; section 6` : null;
};

/** A runbook that an inject played called for, in which an expected action was observed. */
const runbookUsed =
  (runbook: string): Shows =>
  ({ state }) => {
    const used = measureActions(state).filter(
      ({ inject, minutes }) => minutes !== null && inject.runbook.includes(runbook),
    );
    return used.length > 0
      ? `${runbook} called for in ${nameIds([...new Set(used.map(({ inject }) => inject.id))])}; appendix B`
      : null;
  };

const measured: Shows = (facts) => {
  const n = measureDecisions(facts.state, findEndM(facts.state)).length;
  return facts.isRated && n > 0 ? `${plural(n, 'decision')} timed; section 8` : null;
};

const reviewed: Shows = ({ state }) => {
  const asked = listStandingOf(state, 'leadership_asked').length;
  const answered = listStandingOf(state, 'management_response_recorded').length;
  if (asked + answered === 0) return null;
  return `${plural(asked, 'decision')} asked of leadership, ${plural(answered, 'response')} recorded; page one, section 9`;
};

/** Subcategories of released injects in which something expected was observed. */
const discussed =
  (prefix: string): Shows =>
  ({ state }) => {
    const ids = measureActions(state)
      .filter(({ minutes }) => minutes !== null)
      .flatMap(({ inject }) => inject.csf)
      .filter((id) => id.startsWith(prefix));
    return ids.length > 0 ? `${nameIds([...new Set(ids)].sort())}; appendix D` : null;
  };

const ifFlag =
  (flags: readonly ProfileFlag[], shows: Shows): Shows =>
  (facts) =>
    facts.setup.organisation.profile?.some((flag) => flags.includes(flag)) ? shows(facts) : null;

const recovery = exercised('recovery', 'business_continuity');

const requirements: readonly (readonly [requirement: string, asks: string, shows: Shows])[] = [
  ['SOC 2 CC7.3; ISO/IEC 27001 A.5.25, A.6.8', 'Events are reported and evaluated', evaluated],
  [
    'SOC 2 CC7.4; ISO/IEC 27001 A.5.26; NIST SP 800-53 IR-4',
    'The response plan is carried out by defined roles',
    responded,
  ],
  ['SOC 2 CC7.5, A1.3; ISO/IEC 27001 A.5.29, A.5.30; NIST SP 800-53 CP-4', 'Recovery is tested', recovery],
  [
    'SOC 2 CC4.2; ISO/IEC 27001 A.5.27, 10.2; NIST CSF 2.0 ID.IM-02',
    'Deficiencies are tracked and corrected',
    improved,
  ],
  ['ISO/IEC 27001 A.5.24; NIST SP 800-53 IR-8', 'Plans exist and are prepared', plansTested],
  ['NIST CSF 2.0 ID.IM-04', 'Plans are maintained and improved', plansChanged],
  ['ISO/IEC 27001 A.5.28', 'Evidence is collected and kept', runbookUsed('RB-02')],
  ['ISO/IEC 27001 A.8.13', 'Backups are usable', runbookUsed('RB-08')],
  ['ISO/IEC 27001 9.1', 'Performance is measured', measured],
  ['ISO/IEC 27001 9.3', 'Management reviews', reviewed],
  ['NIST CSF 2.0 RS.*; NIST SP 800-61r3', 'Response outcomes', discussed('RS.')],
  ['NIST CSF 2.0 RC.*', 'Recovery outcomes', discussed('RC.')],
  ['NIST SP 800-53 IR-3; NIST SP 800-84; CAIQ SEF-04', 'The response plan is tested at planned intervals', held],
  ['PCI DSS 4.0.1 12.10.2', 'The plan is reviewed and tested every 12 months', plansTested],
  ['DORA; NIS2 Art. 21', 'Resilience testing and incident handling', ifFlag(['dora_entity', 'nis2_entity'], responded)],
  [
    'HIPAA 164.308(a)(6), (a)(7)',
    'Incident response and contingency plan are tested',
    ifFlag(['hipaa_covered_entity', 'hipaa_business_associate'], responded),
  ],
];

/** A requirement without anything observed is left out. */
export function listShown(facts: Facts): readonly Row[] {
  return requirements.flatMap(([requirement, asks, shows]): readonly Row[] => {
    const record = shows(facts);
    return record === null ? [] : [[requirement, asks, record]];
  });
}
