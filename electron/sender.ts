import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isOwnPage, originOf } from './addresses.ts';

/** Why whoever asks may not, or null: it is the console's own page, in its main frame, at its own origin. */
export function findForeign(
  { sender, senderFrame }: IpcMainInvokeEvent,
  expected: readonly WebContents[],
): string | null {
  if (!expected.includes(sender)) return 'another window';
  if (senderFrame === null) return 'a frame that is gone';
  if (senderFrame.parent !== null) return 'a frame inside the window';
  if (senderFrame.origin !== originOf('console')) return 'another origin';
  return isOwnPage('console', senderFrame.url) ? null : 'another page';
}
