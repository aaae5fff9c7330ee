import { ipcMain, type WebContents } from 'electron';
import { fail } from '#core/outcome.ts';
import type { Application } from '#services/application/application.ts';
import type { Log } from './log.ts';
import { findForeign } from './sender.ts';

type Needs = {
  /** The windows that may ask, console and scribe; the room has no channel at all. */
  readonly consoles: () => readonly WebContents[];
  readonly application: Application;
  readonly log: Log;
};

/** The only way from a window into Muster. Name and input are checked by the application itself. */
export function answerConsole({ consoles, application, log }: Needs): void {
  ipcMain.handle('muster:ask', (event, name: unknown, input: unknown) => {
    const foreign = findForeign(event, consoles());
    if (foreign !== null) {
      log(`Refused a request: it came from ${foreign}.`); // never what it said
      return fail({
        code: 'foreign_sender',
        message: 'Muster answers its own window only.',
        hint: 'Nothing was changed. Close the other window.',
      });
    }
    return application.answer(String(name), input);
  });
}
