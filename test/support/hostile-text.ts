/** Markup that would stand in the document as an element, and do something, if it were ever taken for one. */
export const markup = '<b data-evil>x</b><script>evil=1</script><img src=x onerror=evil=1>';

/** Ten thousand characters that begin with a name: markup, right to left, emoji, and a word that never ends. */
export function writeHostile(name: string, length = 10_000): string {
  const text = `${name} ${markup} עברית عبد الرحمن 🙂👩🏽‍🚒 ${'Rückversicherung'.repeat(length / 16)}`;
  return text.slice(0, length).toWellFormed().replace(/\s$/, '.'); // a space at the end is nobody's loss
}

/** Runs in the page: whether any of it became an element or ran. */
export const isEvil = `document.querySelector('[data-evil], img[src="x"]') !== null || 'evil' in globalThis`;
