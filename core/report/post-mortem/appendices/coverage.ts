import { measureActions } from '../../../exercise/metrics/actions.ts';
import { hasStanding, isReleased } from '../../../exercise/state.ts';
import type { Inject } from '../../../scenario/schema.ts';
import { type Block, note, paragraph } from '../../document.ts';
import type { Facts } from '../../facts.ts';
import { plural } from '../../term-words.ts';

/** Appendix D: what the injects played stand for. Source: spec.md B.6. */
export function writeCoverage(facts: Facts): readonly Block[] {
  const { state } = facts;
  const played = state.scenario.injects.filter(({ id }) => isReleased(state, id));
  return [
    { is: 'appendix', letter: 'D', text: 'ATT&CK and CSF discussed' },
    ...writeTechniques(facts, played),
    ...writeSubcategories(facts, played),
    note(
      'Discussed in an exercise, never “we can detect this”. Technique ids are of the ATT&CK version named; ATT&CK is a trademark of The MITRE Corporation.',
    ),
  ];
}

/** That nothing is recorded is no failure. */
function tellNoticed(noticed: number, cues: number): string {
  return noticed === 0 ? 'noticing not recorded' : `${noticed} of ${plural(cues, 'cue')} noticed`;
}

function writeTechniques({ state }: Facts, played: readonly Inject[]): readonly Block[] {
  const rows = groupBy(played, ({ attack }) => attack).map(([id, injects]) => {
    const cues = injects.filter(({ detectable }) => detectable);
    const noticed = cues.filter((inject) => hasStanding(state, `detected:${inject.id}`));
    const how = cues.length === 0 ? 'no cue to notice' : tellNoticed(noticed.length, cues.length);
    return [id, injects.map((inject) => inject.id).join(', '), how];
  });
  if (rows.length === 0) return [paragraph('No ATT&CK technique stands beside an inject that was played.')];
  return [
    {
      is: 'table',
      caption: `Techniques, ATT&CK version ${state.scenario.attack_version}`,
      look: 'tight',
      columns: [
        { head: 'Technique', width: 1500 },
        { head: 'Discussed in', width: 5160 },
        { head: 'Noticed', width: 2700 },
      ],
      rows,
    },
  ];
}

function writeSubcategories({ state, objectives }: Facts, played: readonly Inject[]): readonly Block[] {
  const observed = new Set(
    measureActions(state).flatMap(({ inject, minutes }) => (minutes === null ? [] : [inject.id])),
  );
  const rows = groupBy(played, ({ csf }) => csf).map(([id, injects]) => {
    const seen = injects.filter((inject) => observed.has(inject.id)).length;
    return [id, injects.map((inject) => inject.id).join(', '), `in ${seen} of ${injects.length}`, ratingsOf(injects)];
  });
  if (rows.length === 0) return [paragraph('No CSF subcategory stands beside an inject that was played.')];
  return [
    {
      is: 'table',
      caption: 'Subcategories of the NIST Cybersecurity Framework 2.0',
      look: 'tight',
      columns: [
        { head: 'Subcategory', width: 1500 },
        { head: 'Discussed in', width: 4080 },
        { head: 'An action observed', width: 1740 },
        { head: 'Objectives, rated', width: 2040 },
      ],
      rows,
    },
  ];

  /** The objectives whose critical tasks lie in these injects. */
  function ratingsOf(injects: readonly Inject[]): string {
    const carried = new Set(injects.flatMap(({ expect, decision }) => [...expect.map(({ id }) => id), decision?.id]));
    const rated = objectives.filter(({ tasks }) => tasks.some(({ id }) => carried.has(id)));
    return rated.map(({ objective, final }) => `${objective.id} ${final?.rating ?? '–'}`).join(', ') || '–';
  }
}

function groupBy(
  injects: readonly Inject[],
  read: (inject: Inject) => readonly string[],
): readonly (readonly [id: string, injects: readonly Inject[]])[] {
  const ids = [...new Set(injects.flatMap(read))].sort();
  return ids.map((id) => [id, injects.filter((inject) => read(inject).includes(id))]);
}
