import type { RoomImage, RoomPicture } from '#contract/room.ts';
import type { RoomEnlarged } from '#core/exercise/views/room-view.ts';
import type { AttachmentContent } from '#core/scenario/attachment-content.ts';
import { readAttachmentText } from '#services/scenario/read-attachment.ts';
import { makePng } from '../../support/make-png.ts';
import { artefactOf, viewOf } from './pictures.ts';

const line = (at: number) =>
  `2026-02-17 09:${10 + at}:05  build-07  curl https://203.0.113.54/a?token=${'abc'.repeat(at)}  GET  200`;
export const log = Array.from({ length: 30 }, (_, at) => line(at)).join('\n');
export const csv = [
  'Host,Owner,Sessions,Late,Remark',
  ...Array.from({ length: 40 }, (_, at) => {
    const remark = at % 7 === 3 ? 'restarted twice during the night and not seen since' : 'quiet';
    return `bi-${at + 1},Data platform,${1_000 + 37 * at},${(0.4 * at).toFixed(1)} %,${remark}`;
  }),
].join('\n');
const prose = 'From Monday our bank is another one; please use the account below for everything that is open. '.repeat(
  20,
);

const bytes = makePng({ width: 320, height: 200 });
export const image: RoomImage = { id: 'plan', url: `data:image/png;base64,${bytes.toString('base64')}` };

export function enlargedOf(name: string, kind: RoomEnlarged['kind'], content: AttachmentContent | null) {
  return { artefact: artefactOf({ tlp: 'TLP:RED' }), enlarged: { name, kind, content } };
}

export const tableOf = (text: string) => enlargedOf('hosts.csv', 'csv', readAttachmentText('csv', text).content);
export const textOf = (text: string) => enlargedOf('process.log', 'text', readAttachmentText('text', text).content);
export const picture = enlargedOf('plan.png', 'image', { is: 'image', id: image.id, width: 320, height: 200 });
export const gone = enlargedOf('notes.txt', 'text', { is: 'none' });

/** Every kind of attachment large, by name. */
export const attachedPictures: Readonly<Record<string, RoomPicture>> = {
  'an attached table': viewOf(tableOf(csv)),
  'an attached log': viewOf(textOf(log)),
  'an attached letter': viewOf(textOf(`Dear all,\n\n${prose}`)),
  'an attached picture': viewOf(picture),
  'an attachment that is gone': viewOf(gone),
};
