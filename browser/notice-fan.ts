import type { ConsoleNotice } from '#contract/console.ts';
import type { Application } from '#services/application/application.ts';
import type { Shell } from '#services/application/shell.ts';
import type { Send } from './routes.ts';

/** Notices to every console page that is open. One that comes, or comes back, is first told how the room stands now. */
export function createNoticeFan(application: Application, roomStatus: Shell['roomStatus']): (send: Send) => () => void {
  let picture: ConsoleNotice | null = null;
  const pages = new Set<Send>();
  application.onNotice((notice) => {
    if (notice.type === 'room_picture') picture = notice;
    for (const send of pages) send(notice);
  });
  return (send) => {
    if (picture) send(picture);
    send({ type: 'room_status', status: roomStatus() } satisfies ConsoleNotice);
    pages.add(send);
    return () => pages.delete(send);
  };
}
