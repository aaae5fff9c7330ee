/** Before anything is shown: the first letter or log is drawn as fast as the tenth. */
export async function loadFonts(): Promise<void> {
  const families = ['Inter Variable', 'Source Serif 4 Variable', 'JetBrains Mono Variable'];
  // One that cannot be loaded has the system's own stand in for it.
  await Promise.all(families.map((family) => document.fonts.load(`500 24px "${family}"`).catch(() => [])));
}
