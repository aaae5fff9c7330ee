import { imageSize } from 'image-size';
import { attachmentLimits } from '#core/scenario/attachment-content.ts';

export type Picture = { readonly type: string; readonly width: number; readonly height: number };
type ReadPicture = { readonly picture: Picture } | { readonly problem: string };

const types: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

/** By what it holds, never by its name. Whether every point of it can be drawn is seen when it is drawn. */
export function readPicture(bytes: Uint8Array): ReadPicture {
  const found = measure(bytes);
  if (found?.type === 'svg')
    return { problem: 'is an SVG drawing, which can hold script; save it as PNG, JPEG or WebP' };
  const type = types[found?.type ?? ''];
  if (!found || type === undefined) return { problem: 'is no picture that can be shown; save it as PNG, JPEG or WebP' };
  const { width, height } = found;
  const name = { 'image/png': 'PNG', 'image/jpeg': 'JPEG' }[type] ?? 'WebP';
  if (!(width > 0 && height > 0) || !isWhole(type, bytes)) return { problem: `is a broken ${name}: save it anew` };
  if (width * height > attachmentLimits.pixels)
    return { problem: `has ${width} × ${height} points; save it smaller, the room has 1920 × 1080` };
  if (isMoving(type, bytes)) return { problem: 'moves; save one picture of it, nothing in the room moves' };
  return { picture: { type, width, height } };
}

function measure(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    return null; // it says so of what it does not know, and of what it cannot read
  }
}

/** A picture that was cut off misses its end. */
function isWhole(type: string, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/png':
      return buffer.includes('IEND', Math.max(0, buffer.length - 4_096), 'latin1');
    case 'image/jpeg':
      return buffer.lastIndexOf(Buffer.from([0xff, 0xd9])) > buffer.length / 2;
    default:
      return buffer.length >= 12 && buffer.readUInt32LE(4) + 8 <= buffer.length;
  }
}

/** An animated PNG says so before its first point, an animated WebP in its head. */
function isMoving(type: string, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/png') {
    const control = buffer.indexOf('acTL', 0, 'latin1');
    return control >= 0 && control < buffer.indexOf('IDAT', 0, 'latin1');
  }
  const animation = 0x02;
  return type === 'image/webp' && buffer.toString('latin1', 12, 16) === 'VP8X' && ((buffer[20] ?? 0) & animation) !== 0;
}
