import { app, session as electronSession, type Session, type WebContents, type WebPreferences } from 'electron';
import { isOwn, isOwnPage, type Role } from './addresses.ts';

/** null for what no window of ours uses, such as the default session. */
export type RoleOf = (session: Session) => Role | null;

/** Before the app is ready. Nothing of Chromium's own goes out, and every page is sandboxed. */
export function closeChromium(): void {
  app.enableSandbox();
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-pings'])
    app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('disable-features', 'OptimizationHints,MediaRouter,AutofillServerCommunication');
  // Chromium's content layer and Chrome each have a name of their own for it.
  for (const name of ['force-webrtc-ip-handling-policy', 'webrtc-ip-handling-policy'])
    app.commandLine.appendSwitch(name, 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Once the app is ready: no name is ever asked of a server on the net. */
export function closeResolver(): void {
  app.configureHostResolver({ secureDnsMode: 'off', enableBuiltInResolver: false });
}

/** All of it said, also what is the default, so that a change of a default changes nothing. */
export function webPreferences(preload: string, session: Session): WebPreferences {
  return {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/** Denies every permission and lets nothing through but the role's own files; without a role, nothing at all. */
function closeSession(session: Session, roleOf: RoleOf): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setSpellCheckerEnabled(false);
  // The one registration of this session: a second would silently take its place.
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const role = roleOf(session);
    const isPicture = resourceType === 'image' && url.startsWith('data:');
    const isTool = !app.isPackaged && url.startsWith('devtools:');
    answer({ cancel: !(isPicture || isTool || (role !== null && isOwn(role, url))) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** A window stays on its own page; nothing opens beside it or inside it. Without a role it goes nowhere. */
function closeContents(contents: WebContents, role: Role | null): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (role === null || !isOwnPage(role, event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', (event) => (event.isMainFrame ? stay(event) : event.preventDefault()));
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Every session and every page there will ever be, those of Electron's own included. */
export function closeAll(roleOf: RoleOf): void {
  const closed = new WeakSet<Session>();
  const close = (session: Session) => {
    if (!closed.has(session)) closeSession(session, roleOf);
    closed.add(session);
  };
  app.on('session-created', close);
  app.on('web-contents-created', (_event, contents) => closeContents(contents, roleOf(contents.session)));
  void app.whenReady().then(() => close(electronSession.defaultSession));
}
