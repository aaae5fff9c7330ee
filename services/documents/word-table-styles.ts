import { ink } from './sheet.ts';

/** Between tiles, in twips. */
export const tileGap = 60;

const side = (name: string, size: number, color: string) =>
  `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;
/** The rules between rows are drawn by the rows: see `ruleAbove`. */
const foot = side('bottom', 4, ink.rule);

function tableStyle(id: string, name: string, borders: string, padding: number, right = 160): string {
  const margin = (edge: string, width: number) => `<w:${edge} w:w="${width}" w:type="dxa"/>`;
  const margins = margin('top', padding) + margin('left', 0) + margin('bottom', padding) + margin('right', right);
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`;
}

/** docx has no builder for table styles; `externalStyles` leaves the others in place, `importedStyles` would drop them. */
export const tableStyles = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  tableStyle('MusterTable', 'Muster Table', side('top', 8, ink.text) + foot, 50),
  tableStyle('MusterTight', 'Muster Tight', side('top', 8, ink.text) + foot, 32),
  tableStyle('MusterRoomy', 'Muster Roomy', side('top', 8, ink.text) + foot, 60),
  tableStyle('MusterDense', 'Muster Dense', side('top', 8, ink.text) + foot, 20),
  tableStyle('MusterTiles', 'Muster Tiles', side('top', 8, ink.text) + side('bottom', 4, ink.rule), 24, tileGap),
  tableStyle('MusterCard', 'Muster Card', side('top', 4, ink.rule) + foot, 32),
].join('')}</w:styles>`;
