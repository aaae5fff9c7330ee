import { portable, strict } from './strict.ts';

type Handler = (event: never, ...args: unknown[]) => unknown;
type Reply = { readonly ok: boolean; readonly value?: unknown; readonly error?: string };

const handlers = new Map<string, Handler>();

export const ipc = {
  async invoke(channel: string, event: unknown, args: readonly unknown[]): Promise<Reply> {
    const handler = handlers.get(channel);
    if (!handler) return { ok: false, error: `Error: No handler registered for '${channel}'` };
    try {
      return { ok: true, value: portable(structuredClone(await handler(event as never, ...args))) };
    } catch (problem) {
      return { ok: false, error: String(problem) }; // Electron too passes the message only
    }
  },
};

export const fakeIpcMain = strict('ipcMain', {
  handle: (channel, listener) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener as Handler);
  },
} satisfies Partial<Electron.IpcMain>);
