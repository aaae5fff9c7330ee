/** Before anything is shown: the first letter or log is drawn as fast as the tenth. */
export function loadFonts(): void {
  for (const family of ['Inter Variable', 'Source Serif 4 Variable', 'JetBrains Mono Variable'])
    void document.fonts.load(`500 24px "${family}"`).catch(() => []); // then the system's own font stands in
}
