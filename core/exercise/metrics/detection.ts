import { meanOf, medianOf, percentOf, roundHalfUp, roundOrNull } from '../../round.ts';
import { netMinutesBetween } from '../clock.ts';
import { type ExerciseState, findFirst } from '../state.ts';

/** Time from the first release of a cue to its first "noticed"; released detectable injects only. Source: spec.md B.7, TTD-X. */
export function measureDetection(state: ExerciseState) {
  const cues = state.scenario.injects.flatMap((inject) => {
    const released = inject.detectable ? findFirst(state, `released:${inject.id}`) : undefined;
    if (!released) return [];
    const noticed = findFirst(state, `detected:${inject.id}`);
    const minutes = noticed ? netMinutesBetween(state, released.m, noticed.m) : null;
    return [{ id: inject.id, target: inject.detect_target_min, minutes }];
  });
  const noticed = cues.flatMap(({ id, target, minutes }) => (minutes === null ? [] : [{ id, target, minutes }]));
  const times = noticed.map(({ minutes }) => minutes);
  return {
    detectable: cues.length,
    detected: noticed.length,
    coverage_pct: roundOrNull(percentOf(noticed.length, cues.length)),
    ttd_min: Object.fromEntries(noticed.map(({ id, minutes }) => [id, roundHalfUp(minutes)])),
    mttd_min: roundOrNull(meanOf(times)),
    median_min: roundOrNull(medianOf(times)),
    missed: cues.filter(({ minutes }) => minutes === null).map(({ id }) => id),
    within_target: noticed
      .filter(({ target, minutes }) => target !== undefined && minutes <= target)
      .map(({ id }) => id),
  };
}
