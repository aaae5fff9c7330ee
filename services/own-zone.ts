/** The time zone this computer is set to; where that names no place, UTC. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}
