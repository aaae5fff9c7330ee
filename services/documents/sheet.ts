import type { PaperSize, Rating, TlpLabel } from '#core/scenario/vocabulary.ts';

/** Every size, colour and space of our Word documents. Sizes in half-points, lengths in twips. */
export const font = { text: 'Arial', code: 'Courier New' } as const;

/** The text is equally wide on A4 and Letter: the side margins take the difference. */
export const papers: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
};
export const page = { top: 1300, bottom: 1060, header: 560, footer: 500 } as const;

/** Contrast on white: text 15.8, quiet 6.4, accent 10.5, alert 8.2. */
export const ink = {
  text: '1B2330',
  quiet: '55606E',
  rule: 'C3C9D2',
  wash: 'F2F4F7',
  /** Of a figure whose source is too old; contrast 3.2, at 15 pt bold. */
  stale: '8A93A0',
  accent: '17406D',
  alert: '9B1C1C',
} as const;

/** Fills darken as concern grows, so that the order survives greyscale; the letter always stands inside. */
export const ratingInk: Readonly<Record<Rating, { readonly fill: string; readonly ink: string }>> = {
  P: { fill: 'D3EAD9', ink: '14532D' },
  S: { fill: 'F0CF6A', ink: '3F2E00' },
  M: { fill: 'B45309', ink: 'FFFFFF' },
  U: { fill: '7F1D1D', ink: 'FFFFFF' },
  N: { fill: 'ECEFF3', ink: '55606E' },
};

/** On black. Source: TLP 2.0, spec.md C.4. */
export const tlpInk: Readonly<Record<TlpLabel, string>> = {
  'TLP:RED': 'FF2B2B',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:AMBER': 'FFC000',
  'TLP:GREEN': '33FF00',
  'TLP:CLEAR': 'FFFFFF',
};

/** Shape and letter tell green, amber and red apart without their colour; contrast on white 9.1, 6.8, 8.2. */
export const lights = {
  green: { mark: '● G', ink: '14532D' },
  amber: { mark: '▲ A', ink: '8A4B00' },
  red: { mark: '■ R', ink: '9B1C1C' },
} as const;
/** Before words that must not be overlooked. */
export const alertMark = '■';
