/** The one zone that is meant: `Berlin` and `europe/berlin` are Europe/Berlin. What fits none of them, or several, stays as it was typed. */
export function findZone(typed: string, zones: readonly string[]): string {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  const isMeant = (zone: string) => zone === wanted || zone.slice(zone.lastIndexOf('/') + 1) === wanted;
  const [found, ...others] = zones.filter((zone) => isMeant(zone.toLowerCase()));
  return found !== undefined && others.length === 0 ? found : typed;
}
