/** More than anybody mends in one go. */
export const mostFaults = 200;

/** The first 200 faults; where there are more, a last one, made from the first that is left out, says how many. */
export function limitFaults<Fault extends { readonly message: string }>(faults: readonly Fault[]): readonly Fault[] {
  const next = faults[mostFaults];
  if (next === undefined) return faults;
  const count = faults.length - mostFaults;
  const message = `${count} more ${count === 1 ? 'fault is' : 'faults are'} not shown; mend these first`;
  return [...faults.slice(0, mostFaults), { ...next, message }];
}
