import type { Settings } from './settings.ts';

type Rag = Settings['rag'];

/** Thresholds whose ends stand in the wrong order, by which no figure could ever be amber. `only`: of these ratings. */
export function findCrossedThresholds(rag: Rag, only: readonly string[] = Object.keys(rag)): readonly string[] {
  return Object.entries(rag).flatMap(([name, limits]) => {
    const why = only.includes(name) ? tellCrossed(limits) : null;
    return why === null ? [] : [`rag.${name}: ${why}`];
  });
}

function tellCrossed(limits: Rag[keyof Rag]): string | null {
  if ('green_min' in limits) {
    const { green_min: green, amber_min: amber } = limits;
    return green < amber
      ? `green_min is ${green} and amber_min is ${amber}; green begins where amber ends or above: green_min is at least amber_min`
      : null;
  }
  if ('red_min' in limits) {
    const { green_max: green, red_min: red } = limits;
    return green >= red
      ? `green_max is ${green} and red_min is ${red}; no count is both: green_max is less than red_min`
      : null;
  }
  const { green_max: green, amber_max: amber } = limits;
  return green > amber
    ? `green_max is ${green} and amber_max is ${amber}; green ends where amber begins or below: green_max is at most amber_max`
    : null;
}
