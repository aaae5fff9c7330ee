import type { Page } from 'playwright-core';

/** How one piece of text stands out from what lies below it. Source of the formula: WCAG 2.2, "contrast ratio" and "relative luminance". */
export type Contrast = { readonly words: string; readonly ratio: number; readonly isBody: boolean };

/** Every text that is seen, under the watermark where one lies over it, the faintest first; `isBody`: in the artefact itself, not in the frame around it. */
export function measureContrast(page: Page): Promise<readonly Contrast[]> {
  return page.evaluate<readonly Contrast[]>(runInPage);
}

/** Text, because it runs in the page: the project of the tests knows no DOM. Colours are read as the browser paints them. */
const runInPage = `(() => {
  const dot = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const paint = (color) => {
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = color;
    dot.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = dot.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const above = (element) => (element ? [element, ...above(element.parentElement)] : []);
  const groundOf = (element) => {
    const layers = above(element).map((one) => paint(getComputedStyle(one).backgroundColor));
    const opaque = layers.findIndex(([, , , alpha]) => alpha === 1);
    return layers.slice(0, opaque < 0 ? layers.length : opaque + 1).reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const opacityOf = (element) => above(element).reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
  const markOver = (element) => {
    const mark = element.closest('.sheet')?.parentElement.querySelector('[data-watermark]');
    return mark ? paint(getComputedStyle(mark).color) : [0, 0, 0, 0];
  };
  const found = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    const style = getComputedStyle(element);
    const isSeen = text.data.trim() !== '' && style.visibility === 'visible' && element.getBoundingClientRect().width > 2;
    if (!isSeen || element.closest('.heard, svg, [data-watermark], .curtain')) continue;
    const ground = groundOf(element);
    const [r, g, b, a] = paint(style.color);
    const mark = markOver(element);
    const one = luminance(over(mark, over([r, g, b, a * opacityOf(element)], ground)));
    const other = luminance(over(mark, ground));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    found.push({ words: text.data.trim().slice(0, 40), ratio: Math.floor(ratio * 100) / 100, isBody: element.closest('article') !== null });
  }
  return found.sort((one, other) => one.ratio - other.ratio);
})()`;
