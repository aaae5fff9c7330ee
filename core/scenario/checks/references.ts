import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { attackTechniques } from '../attack-techniques.ts';
import { csfSubcategories } from '../csf-subcategories.ts';
import { error, type Finding, shorten, warning } from '../finding.ts';
import type { Scenario } from '../schema.ts';
import { runbookIdPattern, runbookTitles } from '../vocabulary.ts';
import { parseWhen } from '../when.ts';

type Path = readonly PropertyKey[];

/** Every id is unique, and every id that is named exists. */
export function checkReferences(scenario: Scenario): readonly Finding[] {
  return [
    ...checkUnique(scenario),
    ...checkTasks(scenario),
    ...checkInjects(scenario),
    ...checkAudience(scenario),
    ...checkClocks(scenario),
  ];
}

function checkUnique({ injects, contingency, objectives }: Scenario): readonly Finding[] {
  const ids: (readonly [id: string, path: Path])[] = [
    ...injects.map(({ id }, at) => [id, ['injects', at, 'id']] as const),
    ...contingency.map(({ id }, at) => [id, ['contingency', at, 'id']] as const),
    ...objectives.map(({ id }, at) => [id, ['objectives', at, 'id']] as const),
    ...injects.flatMap(({ expect }, at) =>
      expect.map(({ id }, n) => [id, ['injects', at, 'expect', n, 'id']] as const),
    ),
    ...injects.flatMap(({ decision }, at) =>
      decision ? [[decision.id, ['injects', at, 'decision', 'id']] as const] : [],
    ),
  ];
  const seen = new Map<string, Path>();
  return ids.flatMap(([id, path]) => {
    const first = seen.get(id);
    if (first) return [{ ...error(path, `id: ${id} is used a second time`), first }];
    seen.set(id, path);
    return [];
  });
}

function checkTasks({ objectives, injects }: Scenario): readonly Finding[] {
  const must = new Map(
    injects.flatMap(({ expect, decision, priority }) => {
      return [...expect.map(({ id }) => id), ...(decision ? [decision.id] : [])].map((id) => [id, priority] as const);
    }),
  );
  return objectives.flatMap(({ critical_tasks }, at) =>
    Object.entries(critical_tasks).flatMap(([name, id]) => {
      const path = ['objectives', at, 'critical_tasks', name];
      const priority = must.get(id);
      if (priority === undefined)
        return [error(path, `critical_tasks.${name}: there is no expected action or decision ${id}`)];
      return priority === 'must'
        ? []
        : [
            warning(
              path,
              `critical_tasks.${name}: ${id} belongs to an inject of priority ${priority}; a critical task belongs to a must`,
            ),
          ];
    }),
  );
}

function checkInjects({ injects, contingency }: Scenario): readonly Finding[] {
  const known = new Map([
    ...injects.map(({ id, priority }) => [id, priority] as const),
    ...contingency.map(({ id }) => [id, 'pocket'] as const),
  ]);
  return injects.flatMap((inject, at) => {
    const branches = inject.branch.flatMap(({ goto }, n) => {
      const path = ['injects', at, 'branch', n, 'goto'];
      const target = known.get(goto);
      if (target === undefined) return [error(path, `branch.goto: there is no inject ${goto}`)];
      const leaves = inject.priority === 'must' && (target === 'should' || target === 'could');
      return leaves
        ? [warning(path, `branch.goto: a must branches to ${goto}, which a standard session leaves out`)]
        : [];
    });
    const when = inject.when === undefined ? null : parseWhen(inject.when);
    const badWhen =
      when && 'message' in when
        ? [
            error(
              ['injects', at, 'when'],
              `when: ${shorten(inject.when ?? '')}: ${when.message} (character ${when.index + 1})`,
            ),
          ]
        : [];
    return [...branches, ...badWhen, ...checkTables(inject, ['injects', at])];
  });
}

function checkTables({ runbook, attack, csf }: Scenario['injects'][number], path: Path): readonly Finding[] {
  return [
    ...runbook.flatMap((id, n) =>
      isRunbook(id) ? [] : [error([...path, 'runbook', n], `runbook: there is no runbook ${id}`)],
    ),
    ...attack.flatMap((id, n) =>
      attackTechniques.has(id)
        ? []
        : [warning([...path, 'attack', n], `attack: ${id} is not in the bundled table of techniques`)],
    ),
    ...csf.flatMap((id, n) =>
      csfSubcategories.has(id) ? [] : [warning([...path, 'csf', n], `csf: ${id} is no subcategory of CSF 2.0`)],
    ),
  ];
}

/** One of the reference list, or an organisation's own with letters of its own. */
const isRunbook = (id: string): boolean =>
  Object.hasOwn(runbookTitles, id) || (runbookIdPattern.test(id) && !id.startsWith('RB-'));

function checkAudience({ injects, contingency }: Scenario): readonly Finding[] {
  const all = [
    ...injects.map((inject, at) => [inject, ['injects', at]] as const),
    ...contingency.map((inject, at) => [inject, ['contingency', at]] as const),
  ];
  return all.flatMap(([{ audience, named, id }, path]) => {
    if (audience === 'named' && !named)
      return [error([...path, 'audience'], `audience: ${id} is for named roles, and named is missing`)];
    if (audience !== 'named' && named)
      return [error([...path, 'named'], `named: ${named.join(', ')} stands at ${id}, whose audience is ${audience}`)];
    return [];
  });
}

function checkClocks({ injects, contingency, clocks }: Scenario): readonly Finding[] {
  const named: (readonly [id: string, path: Path])[] = [
    ...clocks.map((id, n) => [id, ['clocks', n]] as const),
    ...injects.flatMap(({ clock_trigger }, at) =>
      clock_trigger.map((id, n) => [id, ['injects', at, 'clock_trigger', n]] as const),
    ),
    ...injects.flatMap(({ decision }, at) =>
      (decision?.clock_trigger ?? []).map((id, n) => [id, ['injects', at, 'decision', 'clock_trigger', n]] as const),
    ),
    ...contingency.flatMap(({ clock_trigger }, at) =>
      clock_trigger.map((id, n) => [id, ['contingency', at, 'clock_trigger', n]] as const),
    ),
  ];
  const options = injects.flatMap(({ decision }, at) =>
    (decision?.starts_clock_when ?? []).flatMap((option, n) =>
      decision?.options.includes(option)
        ? []
        : [
            error(
              ['injects', at, 'decision', 'starts_clock_when', n],
              `starts_clock_when: "${option}" is none of the options`,
            ),
          ],
    ),
  );
  return [
    ...options,
    ...named.flatMap(([id, path]) => {
      if (!findLegalClock(id))
        return [error(path, `${path[0] === 'clocks' ? 'clocks' : 'clock_trigger'}: there is no clock ${id}`)];
      return clocks.includes(id) ? [] : [warning(path, `clock_trigger: ${id} is missing from clocks`)];
    }),
  ];
}
