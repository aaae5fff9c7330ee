/** A comment behind the end, which readers of PDF pass over: neither LibreOffice nor Chromium can be told to sign for us. */
const mark = Buffer.from('\n% written by Muster\n', 'latin1');

export function markPdf(pdf: Uint8Array): Uint8Array {
  return Buffer.concat([pdf, mark]);
}

export function isMarkedPdf(pdf: Uint8Array): boolean {
  return Buffer.from(pdf).subarray(-mark.length).equals(mark);
}
