import { join } from 'node:path';
import { openBrowserShell } from '#browser/browser-shell.ts';
import { openOutside } from '#browser/open-outside.ts';
import { openApplication } from '#services/application/application.ts';
import { createClock } from '#services/application/shell.ts';
import { describeFailure } from '#services/describe-failure.ts';
import { type Answer, complain } from '../answer.ts';

type Asked = {
  readonly port: number | null;
  readonly open: boolean;
  readonly workspace: string;
  readonly json: boolean;
};

const dist = join(import.meta.dirname, '../../dist');

/** Prints the addresses as soon as they answer, and ends with the signal that stops it. */
export async function runServe(asked: Asked): Promise<Answer> {
  const stopped = waitForStop();
  try {
    return await serve(asked, stopped);
  } finally {
    if (process.connected) process.disconnect(); // listened to, it would keep the process
  }
}

async function serve({ port, open, workspace, json }: Asked, stopped: Promise<void>): Promise<Answer> {
  const clock = createClock();
  const opened = await openBrowserShell({
    open: (shell) => openApplication({ workspace, shell, purpose: 'serve', clock }),
    port,
    dist,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  if (!opened.ok) return complain(`${opened.problem.message} ${opened.problem.hint}`);
  const { console: address, room, tell: tellConsoles, close } = opened.value;
  surviveFailures((text) => tellConsoles({ type: 'notice', exercise: null, text }));
  process.stdout.write(json ? `${JSON.stringify({ console: address, room })}\n` : tell(address, room));
  if (clock.rate !== 1)
    process.stderr.write(`The clock runs ${clock.rate} times as fast as a real one, as MUSTER_CLOCK_RATE says.\n`);
  if (open) await openOutside(address);
  await stopped;
  const { told, isAllKept } = await close();
  return { exitCode: isAllKept ? 0 : 1, stdout: '', stderr: told.join('\n') };
}

/** A failure of Muster's own ends nothing while an exercise may be going on. Its message may quote what was typed: it is not told. */
function surviveFailures(tellUser: (text: string) => void): void {
  const survive = (problem: unknown) => {
    process.stderr.write(`${describeFailure(problem)}\n`);
    tellUser(
      'Something in Muster failed, and where is written in the window it was started from. What was shown as saved is saved.',
    );
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
}

function tell(address: string, room: string): string {
  return `Console (for you):        ${address}\nRoom (for the projector): ${room}\nCtrl+C ends Muster; what was saved stays saved.\n`;
}

/** A signal, or the end of the program that started this one. */
function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.once('SIGHUP', stop);
    process.once('disconnect', stop);
  });
}
