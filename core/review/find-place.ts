/**
 * Where in the list the eye is: at the one named. Where that was withdrawn, at the one that took its place: numbers are given in
 * order and never twice. At the first where none was named.
 */
export function findPlace(ids: readonly string[], name: string | null): number {
  if (name === null) return 0;
  const at = ids.indexOf(name);
  if (at >= 0) return at;
  const isAfter = (id: string) => numberOf(id) > numberOf(name);
  const next = ids.findIndex(isAfter);
  return next >= 0 ? next : Math.max(0, ids.length - 1);
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}
