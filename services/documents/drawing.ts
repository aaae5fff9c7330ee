/** In CSS pixels, 96 to the inch. */
export type Drawing = { readonly svg: string; readonly width: number; readonly height: number };

export function wrapSvg(width: number, height: number, body: string): Drawing {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Liberation Sans" font-size="10">${body}</svg>`;
  return { svg, width, height };
}
