import type { ConsoleBridge } from '#contract/console.ts';

export function toggleTheme(bridge: Pick<ConsoleBridge, 'keep_theme'>): void {
  const { dataset } = document.documentElement;
  const theme = dataset.theme === 'dark' ? 'light' : 'dark';
  dataset.theme = theme;
  void bridge.keep_theme({ theme }).catch(() => {}); // at worst the next start has the other one
}
