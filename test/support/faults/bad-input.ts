/** What can happen to any file between two runs of Muster, whoever did it. null: something else stands in its place. */
export const badBytes: readonly (readonly [name: string, spoil: (whole: Buffer) => Buffer])[] = [
  ['truncated', (whole) => whole.subarray(0, Math.floor(whole.length * 0.6))],
  ['bit-flipped', (whole) => flip(whole, Math.floor(whole.length * 0.6))],
  ['empty', () => Buffer.alloc(0)],
  ['zero-filled', (whole) => Buffer.alloc(whole.length)],
  [
    'zero-filled from the middle',
    (whole) => Buffer.concat([whole.subarray(0, whole.length >> 1), Buffer.alloc(whole.length - (whole.length >> 1))]),
  ],
  [
    'not UTF-8',
    (whole) =>
      Buffer.concat([
        whole.subarray(0, whole.length >> 1),
        Buffer.from([0xc3, 0x28, 0xff]),
        whole.subarray(whole.length >> 1),
      ]),
  ],
  ['UTF-16', (whole) => Buffer.from(`\uFEFF${whole.toString()}`, 'utf16le')],
  ['doubled', (whole) => Buffer.concat([whole, whole])],
  ['edited in an editor', (whole) => Buffer.from(whole.toString().replace(/OB2|[Gg]eneration|tour_shown/, 'edited'))],
];

/** Another program has saved it with the same content. */
export const savedElsewhere: readonly (readonly [name: string, spoil: (whole: Buffer) => Buffer])[] = [
  ['with a byte order mark', (whole) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole])],
  ['with the line ends of old Macs', (whole) => Buffer.from(whole.toString().replaceAll('\n', '\r'))],
  ['with Windows line ends', (whole) => Buffer.from(whole.toString().replaceAll('\n', '\r\n'))],
];

function flip(whole: Buffer, at: number): Buffer {
  const flipped = Buffer.from(whole);
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  return flipped;
}
