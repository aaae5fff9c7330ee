import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import { strict, ToldEvents } from './strict.ts';
import { type Guard, leftOut, life, openBrowser, originOf, toApp, told } from './world.ts';

type Serve = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
/** Asks the window's page; gives whether the navigation may go on. */
export type MayNavigate = (frame: Frame, url: string) => boolean;

const everyPermission = [
  'clipboard-read',
  'clipboard-write',
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'midi',
];
const kindOf: Readonly<Record<string, string>> = { document: 'mainFrame', fetch: 'xhr', ping: 'ping' };

export class FakeSession extends ToldEvents {
  readonly partition: string;
  readonly pages = new Map<Page, MayNavigate>();
  #schemes = new Map<string, Serve>();
  #beforeRequest: BeforeRequest | null = null;
  #onRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null;
  #onCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null;
  #context: Promise<BrowserContext> | undefined;

  constructor(partition: string) {
    super(`session "${partition}"`, ['will-download']);
    this.partition = partition;
  }

  readonly protocol = strict('session.protocol', {
    handle: (scheme, serve) => {
      if (this.#schemes.has(scheme)) throw new Error(`fake electron: ${scheme} is handled already`);
      this.#schemes.set(scheme, serve as Serve);
    },
  } satisfies Partial<Electron.Protocol>);

  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest) => {
      if (this.#beforeRequest) throw new Error('fake electron: a second onBeforeRequest would replace the first');
      this.#beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: Parameters<Electron.Session['setPermissionRequestHandler']>[0]): void {
    this.#onRequest = handler;
  }
  setPermissionCheckHandler(handler: Parameters<Electron.Session['setPermissionCheckHandler']>[0]): void {
    this.#onCheck = handler;
  }
  setDevicePermissionHandler(handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0]): void {
    const asked = { deviceType: 'usb', origin: 'app://console', device: {} } as never;
    told.permissions.push(`${this.partition} device: ${handler?.(asked)}`);
  }
  setDisplayMediaRequestHandler(handler: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0]): void {
    handler?.({} as never, (streams) => told.permissions.push(`${this.partition} display media: ${streams !== null}`));
  }
  setBluetoothPairingHandler(handler: Parameters<Electron.Session['setBluetoothPairingHandler']>[0]): void {
    handler?.({} as never, ({ confirmed }) => told.permissions.push(`${this.partition} bluetooth: ${confirmed}`));
  }
  setUSBProtectedClassesHandler(handler: Parameters<Electron.Session['setUSBProtectedClassesHandler']>[0]): void {
    const left = handler?.({ protectedClasses: ['audio'] }) ?? [];
    told.permissions.push(`${this.partition} usb class: ${left.length === 0}`);
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    told.spellchecker.push(isEnabled);
  }

  /** What Electron would give: everything, unless a handler says no. */
  #mayUse(permission: string): boolean {
    if (leftOut.has('permissions')) return true;
    const name = permission === 'clipboard-write' ? 'clipboard-sanitized-write' : permission;
    const isChecked = this.#onCheck?.(null, name as never, 'app://console', {} as never) ?? true;
    let isGranted = true;
    this.#onRequest?.(
      null as never,
      name as never,
      (granted) => {
        isGranted = granted;
      },
      {} as never,
    );
    told.permissions.push(`${this.partition} ${permission}, checked: ${isChecked}`);
    told.permissions.push(`${this.partition} ${permission}, requested: ${isGranted}`);
    return isChecked && isGranted;
  }

  async openPage(mayNavigate: MayNavigate): Promise<Page> {
    this.#context ??= this.#openContext();
    const page = await (await this.#context).newPage();
    this.pages.set(page, mayNavigate);
    return page;
  }

  async #openContext(): Promise<BrowserContext> {
    const context = await (await openBrowser()).newContext({ viewport: null });
    await context.route('**/*', (route) => this.#route(route));
    return context;
  }

  /** Asks the handlers again, as for a page that loads. */
  async givePermissions(): Promise<void> {
    const context = await this.#context;
    await context?.clearPermissions();
    const granted = everyPermission.filter((permission) => this.#mayUse(permission));
    if (granted.length > 0) await context?.grantPermissions(granted);
  }

  async #route(route: Route): Promise<void> {
    const request = route.request();
    const url = toApp(request.url());
    if (request.isNavigationRequest()) {
      const frame = findFrame(route);
      const may = frame && this.pages.get(frame.page());
      if (!frame || !may) return route.abort('blockedbyclient'); // a window that Electron would not have opened
      if (!may(frame, url)) return route.fulfill({ status: 204 }); // which leaves the page as it is
    }
    if (this.#isCancelled(url, request.method(), request.resourceType())) {
      told.blocked.push(url);
      return route.abort('blockedbyclient');
    }
    const serve = this.#schemes.get(url.slice(0, url.indexOf(':')));
    if (!serve) {
      told.reached.push(url); // it would have gone out
      return route.fulfill({ status: 200, contentType: 'text/html', body: '<title>elsewhere</title>' });
    }
    const response = await serve(new Request(url, { method: request.method(), headers: request.headers() }));
    const headers = Object.fromEntries([...response.headers].filter(([name]) => !leftOut.has(name as Guard)));
    await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  }

  #isCancelled(url: string, method: string, type: string): boolean {
    let isCancelled = false;
    const details = { url, method, resourceType: kindOf[type] ?? type, initiatorOrigin: originOf(url) };
    this.#beforeRequest?.(details as never, ({ cancel }) => {
      isCancelled = cancel ?? false;
    });
    return isCancelled && !leftOut.has('onBeforeRequest');
  }
}

function findFrame(route: Route): Frame | null {
  try {
    return route.request().frame();
  } catch {
    return null; // the first request of a page that is not there yet
  }
}

const sessions = new Map<string, FakeSession>();

/** `created` is told of each new one, as Electron's app is. */
export function sessionModule(created: (session: FakeSession) => void) {
  function open(partition: string): FakeSession {
    life.needReady('session');
    const known = sessions.get(partition);
    if (known) return known;
    const opened = strict('session', new FakeSession(partition));
    sessions.set(partition, opened);
    created(opened);
    return opened;
  }
  return {
    open,
    module: {
      fromPartition: (partition: string, _options?: Electron.FromPartitionOptions) => {
        if (partition.startsWith('persist:'))
          throw new Error('fake electron: a session on the disk is not in the fake');
        return open(partition);
      },
      get defaultSession() {
        return open('');
      },
    },
  };
}
