import type { ConsoleBridge } from '#contract/console.ts';
import { copyText } from './copy-text.ts';

/**
 * The room's window. In a browser only the page itself can open one; where the browser does not let it, the address is copied and
 * `say` is told how to go on.
 */
export async function openRoom(bridge: ConsoleBridge, say: (words: string) => void): Promise<void> {
  const outcome = await bridge.open_room({}).catch(() => null); // a lost connection is told of by itself
  if (!outcome?.ok) return;
  const { shell, address } = outcome.value;
  if (shell !== 'browser' || address === null || window.open(address)) return;
  const isCopied = await copyText(address);
  say(
    isCopied
      ? 'The browser did not let Muster open the room. Its address is copied: paste it into another window, and move that to the projector.'
      : `The browser did not let Muster open the room. Open ${address} in another window, and move that to the projector.`,
  );
}
