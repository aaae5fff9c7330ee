import type { RoomWindow } from './room-window.ts';

/** A line of the body: the page or column it stands on, and which paragraph, item, row or message it belongs to. */
export type SeenLine = {
  readonly column: number;
  readonly block: number;
  readonly letters: number;
  readonly text: string;
};

/** The lines of the body in their order, over all pages at once, as Chromium broke them. */
export function readPages(room: RoomWindow): Promise<readonly SeenLine[]> {
  return room.page.evaluate(`(() => {
    const flow = document.querySelector('[data-room-body]');
    const box = flow.getBoundingClientRect();
    const { columnCount, columnGap } = getComputedStyle(flow);
    const gap = parseFloat(columnGap) * box.width / flow.offsetWidth;
    const step = (box.width - gap * (columnCount - 1)) / columnCount + gap;
    const walker = document.createTreeWalker(flow, NodeFilter.SHOW_TEXT);
    const blocks = [];
    const lines = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest('svg')) continue; // a chart's words are in its row too
      const block = node.parentElement.closest('p, pre, li, dl > div, [class*=said]');
      if (!blocks.includes(block)) blocks.push(block);
      for (let at = 0; at < node.length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rect = range.getClientRects()[0];
        if (!rect || rect.width === 0) continue;
        const column = Math.floor((rect.left - box.left + 1) / step);
        const last = lines.at(-1);
        if (last?.column === column && last.block === blocks.indexOf(block) && Math.abs(last.y - rect.bottom) < 12) last.text += node.data[at];
        else lines.push({ column, block: blocks.indexOf(block), letters: block.textContent.length, text: node.data[at], y: rect.bottom });
      }
    }
    return lines.map(({ y, ...line }) => line);
  })()`);
}
