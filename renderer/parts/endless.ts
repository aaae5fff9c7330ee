const longWord = /\S{24}/;

/**
 * A long text with words that may have to be broken. Where letters are kerned, Chromium shapes all that is left of such a text
 * anew at every break: ten thousand characters take it seconds for each layout, and the window stands still.
 */
export function endlessClass(text: string): string {
  return text.length > 1_500 && longWord.test(text) ? 'endless' : '';
}
