import { protocol, type Session } from 'electron';
import type { Theme } from '#contract/console.ts';
import { inTheme } from '#services/pages/in-theme.ts';
import type { PageFiles } from '#services/pages/page-files.ts';
import { pageHeaders } from '#services/pages/page-headers.ts';
import { addressOf, type Role, scheme } from './addresses.ts';

/** Before the app is ready. Standard and secure, so that it has origins; it bypasses nothing. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** One window's session knows its own host only: the other's files do not exist there. */
export function serveFiles(session: Session, { role, files, theme }: Served): void {
  session.protocol.handle(scheme, (request) => answer(request, { role, files, theme }));
}

export type Served = {
  readonly role: Role;
  readonly files: PageFiles;
  /** The one chosen for this role's page. */
  readonly theme: () => Promise<Theme | null>;
};

async function answer({ url, method }: Request, { role, files, theme }: Served): Promise<Response> {
  const base = addressOf(role);
  const path = url.startsWith(base) ? `/${url.slice(base.length).split(/[?#]/, 1)[0]}` : null;
  const file = method === 'GET' && path !== null ? files.get(path) : undefined;
  if (!file) return new Response(null, { status: 404, headers: pageHeaders });
  const { type, bytes } = path === '/' ? inTheme(file, await theme()) : file;
  return new Response(bytes, { headers: { ...pageHeaders, 'content-type': type } });
}
