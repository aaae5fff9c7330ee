import { type Session, session } from 'electron';
import type { PageFiles } from '#services/pages/page-files.ts';
import type { Role } from './addresses.ts';
import { serveFiles } from './app-protocol.ts';

/** A session in memory for each window: nothing of a page stays on the disk, and the two share nothing. */
export function createSessions() {
  const roles = new WeakMap<Session, Role>();
  return {
    roleOf: (asked: Session) => roles.get(asked) ?? null,
    open: (role: Role, files: PageFiles): Session => {
      const opened = session.fromPartition(`muster-${role}`, { cache: false }); // without "persist:" it is in memory
      roles.set(opened, role);
      serveFiles(opened, role, files);
      return opened;
    },
  };
}
