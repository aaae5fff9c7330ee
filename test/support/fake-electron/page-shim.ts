/**
 * Runs inside a page before the preload bundle and stands in for a sandboxed preload's `require('electron')`. It is
 * stringified and sent to the browser: it may not close over anything.
 */
export function pageShim(preload: (require: (id: string) => unknown) => void): void {
  type Message = { kind: 'invoke' | 'open'; channel: string; args: unknown[] };
  type Listener = (event: unknown, ...args: unknown[]) => void;
  type Link = { readonly href: string };
  type Click = { readonly target: { closest?(selector: string): Link | null } | null; preventDefault(): void };
  type PageGlobal = Record<string, unknown> & {
    readonly location: Link;
    open: (url: string) => null;
    addEventListener(type: 'click', listener: (event: Click) => void, capture: boolean): void;
  };
  const page = globalThis as unknown as PageGlobal; // the tests' types know no DOM
  if (page.top !== page.self) return; // Electron runs a preload in the main frame only
  const call = page.__electronCall as (message: Message) => Promise<{ ok: boolean; value?: unknown; error?: string }>;
  delete page.__electronCall; // a page has no such thing
  const listeners = new Map<string, Set<Listener>>();

  Object.defineProperty(page, '__electronDispatch', {
    enumerable: false,
    value: (channel: string, args: unknown[]) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: ipcRenderer }, ...args);
    },
  });

  const known = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(held, key) {
        if (typeof key === 'symbol' || key in held) return Reflect.get(held, key);
        throw new Error(`fake electron: ${name}.${key} is not in the fake`);
      },
    });

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]) {
      const reply = await call({ kind: 'invoke', channel, args: structuredClone(args) });
      if (!reply.ok) throw new Error(`Error invoking remote method '${channel}': ${reply.error}`);
      return reply.value;
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };

  // Electron asks the main process before a window opens; a denied one is null to the page.
  const askToOpen = (url: string) =>
    void call({ kind: 'open', channel: new URL(url, page.location.href).href, args: [] });
  page.open = (url) => {
    askToOpen(String(url));
    return null;
  };
  page.addEventListener(
    'click',
    (event) => {
      const link = event.target?.closest?.('a[target=_blank]');
      if (!link) return;
      event.preventDefault();
      askToOpen(link.href);
    },
    true,
  );

  // The bridge copies: functions become proxies, data is cloned, everything is frozen.
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...args: unknown[]) => {
        const given = value(...args.map((arg) => (typeof arg === 'function' ? cross(arg) : structuredClone(arg))));
        return given instanceof Promise ? given.then(cross) : cross(given);
      };
    if (Array.isArray(value)) return Object.freeze(value.map(cross));
    if (value && typeof value === 'object')
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, held]) => [key, cross(held)])));
    return value;
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (key in page)
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`);
      Object.defineProperty(page, key, { value: cross(api), enumerable: true });
    },
  };
  preload((id) => {
    if (id !== 'electron') throw new Error(`module not found in a sandboxed preload: ${id}`);
    return known('electron', {
      contextBridge: known('contextBridge', contextBridge),
      ipcRenderer: known('ipcRenderer', ipcRenderer),
    });
  });
}
