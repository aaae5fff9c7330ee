import { type Session, session } from 'electron';
import type { Role } from './addresses.ts';
import { type Served, serveFiles } from './app-protocol.ts';

/** A session in memory for each window: nothing of a page stays on the disk, and the two share nothing. */
export function createSessions() {
  const roles = new WeakMap<Session, Role>();
  return {
    roleOf: (asked: Session) => roles.get(asked) ?? null,
    open: (served: Served): Session => {
      const { role } = served;
      const opened = session.fromPartition(`muster-${role}`, { cache: false }); // without "persist:" it is in memory
      roles.set(opened, role);
      serveFiles(opened, served);
      return opened;
    },
  };
}
