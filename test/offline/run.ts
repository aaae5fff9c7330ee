import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { openWatchedPage, openWindows, startLive } from '../bench/open-windows.ts';
import { releaseNext } from '../soak/run-exercise.ts';

const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Packets sent since the network was made, by device. Source: /proc/net/dev, tenth figure of a line. */
async function countSent(): Promise<ReadonlyMap<string, number>> {
  const lines = (await readFile('/proc/net/dev', 'utf8')).trim().split('\n').slice(2);
  return new Map(
    lines.map((line) => {
      const [name = '', ...figures] = line.trim().split(/[:\s]+/);
      return [name, Number(figures[9])] as const;
    }),
  );
}

const sentOut = async () => (await countSent()).get('out0') ?? Number.NaN;

/** A counter that counts nothing would find nothing. */
async function proveCounting(): Promise<void> {
  const before = await sentOut();
  const socket = createSocket('udp4');
  socket.send('counted?', 53, '203.0.113.1');
  await wait(200);
  socket.close();
  await once(socket, 'close').catch(() => {});
  const counted = (await sentOut()) - before;
  if (counted !== 1) throw new Error(`One packet was sent out, and ${counted} were counted.`);
}

/** Script, plan, an exercise with every inject, the room's blank, words and cards, and all documents. */
async function play(): Promise<string> {
  const windows = await openWindows();
  try {
    const page = await openWatchedPage(windows.browser, windows.console);
    const room = await openWatchedPage(windows.browser, windows.room);
    const exercise = await startLive(page);
    for (let number = 0; number < 15; number += 1) {
      await releaseNext(page, exercise, number);
      await wait(300);
    }
    for (const _ of ['down', 'up']) {
      await page.press('F9');
      await wait(300);
    }
    const words = await room.evaluate<string>(`document.body.textContent`);
    await page.evaluate(`(async () => {
      const give = (command) => muster.give_command({ exercise: '${exercise}', command, pressedM: null });
      for (const show of ['discuss', 'break', 'artefact']) await give({ type: 'change_room', show });
      await give({ type: 'end_exercise' });
      return null;
    })()`);
    const written = await page.evaluate<number>(
      `muster.write_documents({ exercise: '${exercise}' }).then(({ value }) => value?.files.length ?? 0)`,
    );
    return `${words.length} characters in the room, ${written} documents written`;
  } finally {
    await windows.close();
  }
}

await proveCounting();
const before = await countSent();
const played = await play();
await wait(1_000);
const after = await countSent();
const sent = (device: string) => (after.get(device) ?? 0) - (before.get(device) ?? 0);
console.log(`Played: ${played}.`);
console.log(`Sent on this machine (lo): ${sent('lo')} packets. Sent out (out0): ${sent('out0')} packets.`);
if (sent('out0') !== 0 || sent('lo') === 0) process.exitCode = 1;
