import { app } from 'electron';
import { describeFailure } from '#services/describe-failure.ts';
import { registerScheme } from './app-protocol.ts';
import { openLog } from './log.ts';
import { closeAll, closeChromium } from './security.ts';
import { createSessions } from './sessions.ts';
import { start } from './start.ts';

const { log, file } = openLog(app.getPath('userData'));
process.on('uncaughtException', (problem) => log(describeFailure(problem)));
process.on('unhandledRejection', (problem) => log(describeFailure(problem)));

closeChromium();
registerScheme();
const sessions = createSessions();
closeAll(sessions.roleOf);

// Never `await app.whenReady()` at the top of a module: Electron waits for the module, and the module for Electron.
if (!app.requestSingleInstanceLock()) app.quit();
else void app.whenReady().then(() => start({ sessions, log, logFile: file }));
