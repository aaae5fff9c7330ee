/** Puts text on the clipboard. The desktop denies its windows every permission, so the old way stands in there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const place = document.createElement('textarea');
  place.value = text;
  place.ariaHidden = 'true';
  Object.assign(place.style, { position: 'fixed', top: '0', opacity: '0' });
  document.body.append(place);
  place.select();
  const isCopied = document.execCommand('copy');
  place.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
