import type { Theme } from '#contract/console.ts';
import type { PageFile } from './page-files.ts';

/** A page that stands in its theme before the first stroke of it is drawn: no white flashes before a dark one. */
export function inTheme({ type, bytes }: PageFile, theme: Theme | null): PageFile {
  if (theme === null) return { type, bytes };
  const text = new TextDecoder()
    .decode(bytes)
    .replace('<html ', `<html data-theme="${theme}" `)
    .replace('<head>', `<head><meta name="color-scheme" content="${theme}" />`);
  return { type, bytes: new TextEncoder().encode(text) };
}
