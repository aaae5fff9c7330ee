import type { Page } from 'playwright-core';

/** What can have the focus and shows that nowhere, or not all round: the ring is cut off by the window or by a box around it. */
export function listCutRings(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(${list})()`);
}

const list = `() => {
  const wide = 3;
  const nameOf = (part) => part.tagName + ' ' + (part.textContent || part.getAttribute('aria-label') || part.id).trim().slice(0, 40);
  const ringOf = (part) => [part, part.closest('label')].find((drawn) => drawn && getComputedStyle(drawn).boxShadow !== 'none');
  const cutBy = (drawn) => {
    const { left, top, right, bottom } = drawn.getBoundingClientRect();
    if (left < wide || right > innerWidth - wide) return 'the window';
    for (let box = drawn.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, overflowClipMargin } = getComputedStyle(box);
      const room = box.getBoundingClientRect();
      const more = (parseFloat(overflowClipMargin) || 0) + 0.6 - wide;
      const isCutX = overflowX !== 'visible' && (left < room.left - more || right > room.right + more);
      const isCutY = overflowY !== 'visible' && (top < room.top - more || bottom > room.bottom + more);
      if (isCutX || isCutY) return box.className;
    }
    return null;
  };
  const found = [];
  for (const part of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
    part.focus({ focusVisible: true });
    if (document.activeElement !== part) continue;
    part.scrollIntoView({ block: 'center', inline: 'nearest' });
    const drawn = ringOf(part);
    if (!drawn) found.push(nameOf(part) + ': no ring');
    else if (!getComputedStyle(drawn).boxShadow.includes('inset')) {
      const cut = cutBy(drawn);
      if (cut !== null) found.push(nameOf(part) + ': cut by ' + cut);
    }
  }
  return [...new Set(found)];
}`;
