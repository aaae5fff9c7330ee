import { type Finding, warning } from '../finding.ts';
import type { Inject, Scenario } from '../schema.ts';
import { ownMinutes } from '../select-session.ts';
import { playerRoles, type Role } from '../vocabulary.ts';

const longestOwn = 14;
const shortestCue = 4;
const shortestDecision = 8;

/** Minutes of the running order and of the standard session. Source: spec.md A.1, A.2; definitions.md, "Warnings of `check`". */
export function checkTiming(scenario: Scenario): readonly Finding[] {
  const { duration_min, injects } = scenario;
  const minutes = ownMinutes(scenario);
  const musts = injects.filter(({ priority }) => priority === 'must');
  const mustMinutes = musts.reduce((sum, { id }) => sum + (minutes.get(id) ?? 0), 0);
  const findings = injects.flatMap((inject, at) => checkOwn(inject, minutes.get(inject.id) ?? 0, at));
  if (duration_min < 165 || duration_min > 185)
    findings.push(warning(['duration_min'], `duration_min: ${duration_min}; the full running order takes 165 to 185`));
  if (musts.length > 10) findings.push(warning(['injects'], `priority: ${musts.length} injects are must; at most 10`));
  const isInOrder = [...minutes.values()].every((own) => own >= 0);
  if (isInOrder && (mustMinutes < 90 || mustMinutes > 105))
    findings.push(
      warning(['injects'], `priority: the musts take ${mustMinutes} minutes; the standard session has 90 to 105`),
    );
  return [
    ...findings,
    ...checkOrder(injects),
    ...checkLast(scenario),
    ...findSilences(scenario, injects, minutes, 30, 'full running order'),
    ...findSilences(scenario, musts, minutes, 20, 'standard session'),
  ];
}

function checkOwn({ id, detectable, decision }: Inject, own: number, at: number): Finding[] {
  const path = ['injects', at, 't'];
  if (own < 0) return [];
  if (own > longestOwn) return [warning(path, `t: ${id} has ${own} minutes of its own; at most ${longestOwn}`)];
  if (decision && own < shortestDecision)
    return [warning(path, `t: ${id} has ${own} minutes of its own; a decision needs ${shortestDecision}`)];
  if (detectable && own < shortestCue)
    return [warning(path, `t: ${id} has ${own} minutes of its own; a cue needs ${shortestCue}`)];
  return [];
}

function checkOrder(injects: readonly Inject[]): readonly Finding[] {
  return injects.flatMap(({ id, t, storyline_time }, at) => {
    const before = injects[at - 1];
    if (!before) return [];
    if (t < before.t) return [warning(['injects', at, 't'], `t: ${t} of ${id} is before ${before.t} of ${before.id}`)];
    const goesBack = storyline_time < before.storyline_time;
    return goesBack
      ? [
          warning(
            ['injects', at, 'storyline_time'],
            `storyline_time: ${storyline_time} of ${id} is before ${before.id}`,
          ),
        ]
      : [];
  });
}

function checkLast({ injects, duration_min }: Scenario): readonly Finding[] {
  const last = injects.at(-1);
  if (!last || last.t <= duration_min) return [];
  return [
    warning(
      ['injects', injects.length - 1, 't'],
      `t: ${last.t} of ${last.id} is after the end, duration_min ${duration_min}`,
    ),
  ];
}

/** A role left out of the talk for too long, in a session that plays these injects back to back. */
function findSilences(
  scenario: Scenario,
  played: readonly Inject[],
  minutes: ReadonlyMap<string, number>,
  longest: number,
  session: string,
) {
  return playerRoles.flatMap((role): Finding[] => {
    let now = 0;
    let last = 0;
    for (const inject of played) {
      if (isAddressed(inject, role)) {
        if (now - last > longest) return [tellSilence(scenario, inject, role, now - last, session)];
        last = now;
      }
      now += minutes.get(inject.id) ?? 0;
    }
    const end = played.at(-1);
    return end && now - last > longest ? [tellSilence(scenario, end, role, now - last, session)] : [];
  });
}

function tellSilence({ injects }: Scenario, inject: Inject, role: Role, silence: number, session: string): Finding {
  return warning(
    ['injects', injects.indexOf(inject), 'roles'],
    `roles: ${role} is not addressed for ${silence} minutes before ${inject.id} (${session})`,
  );
}

function isAddressed({ roles, expect, decision }: Inject, role: Role): boolean {
  const decides = decision && [decision.owner, decision.delegate, decision.escalate].includes(role);
  return roles.includes(role) || expect.some(({ by }) => by === role) || decides === true;
}
