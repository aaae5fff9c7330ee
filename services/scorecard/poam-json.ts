import { createHash } from 'node:crypto';
import { buildPoam, poamRemark } from '#core/scorecard/page/poam.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';

/** Beside the other documents only where somebody asked for it. */
export const poamName = 'poam.json';

/** Muster's own, so that no other program makes the same UUID of the same words. */
const namespace = Buffer.from('6d757374657248a7b0c1d2e3f4051627', 'hex');

export function writePoam(scorecard: Scorecard): string {
  return `${JSON.stringify(buildPoam(scorecard, uuidOf), null, 2)}\n`;
}

/** Whether one that lies there was written here before; an empty file has nothing to lose. */
export function isOwnPoam(text: string): boolean {
  return text === '' || text.includes(poamRemark);
}

/** Version 5 of RFC 9562: the same words give the same UUID on any day. */
export function uuidOf(words: string): string {
  const bytes = createHash('sha1').update(namespace).update(words).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
