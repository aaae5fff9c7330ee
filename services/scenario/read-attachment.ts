import { hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { RoomImage } from '#contract/room.ts';
import { type AttachmentContent, attachmentLimits, isLined } from '#core/scenario/attachment-content.ts';
import { readBraces, tellPlace, withoutBraces } from '#core/scenario/braces.ts';
import type { AttachmentKind } from '#core/scenario/vocabulary.ts';
import { NoFile, readFileOnly } from '../saving/files.ts';
import { readPicture } from './read-picture.ts';
import { readTable } from './read-table.ts';

export type ReadAttachment = {
  readonly content: AttachmentContent;
  /** The bytes of a picture. */
  readonly image: RoomImage | null;
  /** Why nothing of it can be shown, as the end of a sentence about it. */
  readonly problem: string | null;
  /** What of it the room is not shown, as the end of a sentence about it. */
  readonly remark: string | null;
};

const { bytes: mostBytes, characters: mostCharacters, rows: mostRows, columns: mostColumns } = attachmentLimits;

/** An attachment that lies in a file, whatever has become of it. */
export async function readAttachmentFile(kind: AttachmentKind, path: string): Promise<ReadAttachment> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return unread(`has ${tellMegabytes(size)}; at most ${tellMegabytes(mostBytes)} are shown`);
    return readBytes(kind, await readFileOnly(path));
  } catch (problem) {
    if (problem instanceof NoFile) return unread(problem.message);
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : 'damaged';
    return unread(code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`);
  }
}

const tellMegabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;

function readBytes(kind: AttachmentKind, bytes: Uint8Array): ReadAttachment {
  if (kind === 'image') return readImage(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const problem = findBraces(text);
    return problem === null ? readAttachmentText(kind, text) : unread(problem);
  } catch {
    return unread('is not UTF-8 text; save it as UTF-8');
  }
}

/** Braces never stand in front of the room, and nothing fills those of a file. */
function findBraces(text: string): string | null {
  const [piece] = readBraces(text);
  if (!piece) return null;
  const { name, written, at } = piece;
  if (name !== null) return `holds {{${name}}}; names are filled in in the script alone, so write it out`;
  const place = tellPlace(text, at);
  return `holds ${JSON.stringify(written.trim())} in ${place}, part of a placeholder; write the name out, or take the braces out`;
}

function readImage(bytes: Uint8Array): ReadAttachment {
  const read = readPicture(bytes);
  if ('problem' in read) return unread(read.problem);
  const { type, width, height } = read.picture;
  const id = hash('sha256', bytes).slice(0, 32);
  const url = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return { content: { is: 'image', id, width, height }, image: { id, url }, problem: null, remark: null };
}

export function readAttachmentText(kind: AttachmentKind, text: string): ReadAttachment {
  if (kind === 'image') return unread('is a picture; give its file instead of a text');
  const normal = text.replaceAll('\r\n', '\n').trimEnd();
  if (normal === '') return unread('holds nothing');
  return kind === 'csv' ? readCsv(normal) : readPlain(normal);
}

function readCsv(text: string): ReadAttachment {
  const read = readTable(text);
  if ('problem' in read) return unread(`is no table: ${read.problem}`);
  const { rows, columns } = read.table.of;
  const parts = [
    ...(rows > mostRows ? [`the first ${mostRows} of its ${tellNumber(rows)} rows`] : []),
    ...(columns > mostColumns ? [`the first ${mostColumns} of its ${columns} columns`] : []),
  ];
  return { ...shown(withoutBraces(read.table)), remark: tellPart(parts.join(' and ')) };
}

function readPlain(whole: string): ReadAttachment {
  const isCut = whole.length > mostCharacters;
  const text = withoutBraces(isCut ? whole.slice(0, mostCharacters).toWellFormed() : whole);
  const part = isCut ? `the first ${tellNumber(mostCharacters)} of its ${tellNumber(whole.length)} characters` : '';
  return { ...shown({ is: 'text', text, isLined: isLined(text), isCut }), remark: tellPart(part) };
}

const tellPart = (part: string) => (part === '' ? null : `is long: the room is shown ${part}, and that there are more`);
const tellNumber = (number: number) => number.toLocaleString('en-GB');
const shown = (content: AttachmentContent) => ({ content, image: null, problem: null });

function unread(problem: string): ReadAttachment {
  return { content: { is: 'none' }, image: null, problem, remark: null };
}
