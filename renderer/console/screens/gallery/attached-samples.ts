import type { RoomImage } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { type AttachmentContent, isLined } from '#core/scenario/attachment-content.ts';
import { listSamples, type SampleText, viewOf } from './samples.ts';

type Sample = { readonly name: string; readonly view: RoomView; readonly image: RoomImage | null };

/** Every kind of attachment as it stands large in the room. */
export function listAttachedSamples(text: SampleText): readonly Sample[] {
  const email = listSamples(text).find(({ artefact }) => artefact?.channel === 'email');
  const artefact = email?.artefact ?? null;
  const sample = (name: string, file: string, content: AttachmentContent, image: RoomImage | null = null): Sample => ({
    name,
    view: viewOf({ artefact, enlarged: { name: file, kind: kindOf(content), content } }),
    image,
  });
  const image = drawPicture();
  return [
    sample('Text, as a log', 'process.log', wordsOf(logs[text])),
    sample('Text, as a letter', 'letter.txt', wordsOf(letters[text])),
    sample('Table', 'deliveries.csv', tableOf(text)),
    sample('Picture', 'network.png', { is: 'image', id: image.id, ...size }, image),
    sample('An attachment that is gone', 'notes.txt', { is: 'none' }),
  ];
}

const kindOf = ({ is }: AttachmentContent) => (is === 'table' ? 'csv' : is === 'image' ? 'image' : 'text');
const wordsOf = (text: string): AttachmentContent => ({ is: 'text', text, isLined: isLined(text), isCut: false });

const line = (at: number) =>
  `09:${String(10 + (at % 50)).padStart(2, '0')}:05  build-07  call ${at + 1} to 203.0.113.54`;
const logs: Readonly<Record<SampleText, string>> = {
  short: [0, 1, 2, 3].map(line).join('\n'),
  long: Array.from({ length: 40 }, (_, at) => line(at)).join('\n'),
  rtl: '09:12  خادم البناء   203.0.113.54\n09:13  נא לציין   203.0.113.77',
  emoji: '09:12  build-07  🔥 fan  100 %\n09:13  build-07  🧯 off  0 %',
};

const sentence =
  'From Monday our bank is another one; please use the account below for everything that is still open. ';
const letters: Readonly<Record<SampleText, string>> = {
  short: `Good morning,\n\n${sentence}`,
  long: `Good morning,\n\n${`${sentence.repeat(4)}\n\n`.repeat(6)}`,
  rtl: 'صباح الخير،\n\nيرجى استخدام الحساب الجديد لكل ما هو مفتوح.',
  emoji: 'Good morning 🙂\n\nPlease use the new account 🏦👍🏽',
};

const cells: Readonly<Record<SampleText, readonly [plant: string, goods: string]>> = {
  short: ['Lindau', 'Bearings'],
  long: ['Plant at the river, hall 4, gate 12', 'Bearings, sealed, with the older housing until the end of the year'],
  rtl: ['مصنع النهر', 'מסבים'],
  emoji: ['🏭 Lindau', '⚙️ Bearings'],
};

function tableOf(text: SampleText): AttachmentContent {
  const [plant, goods] = cells[text];
  const rows = Array.from({ length: text === 'long' ? 30 : 6 }, (_, at) => [
    plant,
    goods,
    String(1_240 + 37 * at),
    `${(0.4 * at).toFixed(1)} %`,
  ]);
  const head = ['Plant', 'Goods', 'Pieces', 'Late'];
  return { is: 'table', head, rows, figures: [false, false, true, true], of: { rows: rows.length, columns: 4 } };
}

const size = { width: 1200, height: 700 };
let drawn: RoomImage | null = null;

/** Made here, once: three boxes in a row with what goes between them. */
function drawPicture(): RoomImage {
  if (drawn) return drawn;
  const canvas = Object.assign(document.createElement('canvas'), size);
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#f4f1ea';
    pen.fillRect(0, 0, size.width, size.height);
    pen.strokeStyle = '#14171c';
    pen.fillStyle = '#14171c';
    pen.lineWidth = 6;
    pen.font = '600 44px sans-serif';
    pen.textAlign = 'center';
    for (const [at, name] of ['office', 'build-07', 'plant'].entries()) {
      const left = 60 + at * 400;
      pen.strokeRect(left, 260, 280, 180);
      pen.fillText(name, left + 140, 365);
      if (at > 0) pen.fillRect(left - 110, 347, 100, 6);
    }
  }
  drawn = { id: 'sample', url: canvas.toDataURL('image/png') };
  return drawn;
}
