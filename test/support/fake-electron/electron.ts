/**
 * Stands in for `electron` in the main process: the built main runs under Node with each window a page in Chromium. What
 * is not here cannot be imported, and what a module here has not got fails by name.
 */
import { fakeApp } from './app.ts';
import * as desk from './desk.ts';
import { fakeIpcMain } from './ipc.ts';
import { sessionModule } from './session.ts';
import { strict } from './strict.ts';
import { FakeWindow } from './window.ts';

export const app = fakeApp;
export const ipcMain = fakeIpcMain;
export const screen = desk.fakeScreen;
export const powerMonitor = desk.fakePowerMonitor;
export const powerSaveBlocker = desk.fakePowerSaveBlocker;
export const dialog = desk.fakeDialog;
export const Menu = desk.fakeMenu;
export const shell = desk.fakeShell;
export const protocol = desk.fakeProtocol;
export const session = strict('session', sessionModule((created) => app.emit('session-created', created)).module);
export const BrowserWindow = new Proxy(strict('BrowserWindow', FakeWindow), {
  construct: (_target, args) => strict('BrowserWindow', new FakeWindow(...args)),
});
