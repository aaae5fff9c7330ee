/** An entry's data with what an amendment changes. null empties a field; whether it may be empty, the event's schema says. */
export function applyAmendment(data: object, changes: object): object {
  const whole = Object.entries({ ...data, ...changes });
  return Object.fromEntries(whole.filter(([, value]) => value !== null));
}
