/** null: free ports. The room takes the one above, so the last is left out. */
export function parsePort(typed: string | undefined): number | null | undefined {
  if (typed === undefined) return null;
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  return port >= 1 && port <= 65_534 ? port : undefined;
}
