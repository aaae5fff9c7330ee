import { ImageRun, Paragraph, type Table, TableCell, TableRow, TextRun } from 'docx';
import { measure, type Tile } from '#core/report/document.ts';
import { cleanText } from './clean-text.ts';
import { drawSparkline } from './draw-sparkline.ts';
import { renderFigure } from './render-figure.ts';
import { ink } from './sheet.ts';
import { space } from './word-styles.ts';
import { cellOf, tableOf } from './word-tables.ts';
import { paragraphOf } from './word-text.ts';

export const tileWidth = (tiles: number): number => Math.floor(measure / Math.max(tiles, 1));
const held = { keepNext: true };

/** Side by side: figure and state, what is in it, where it comes from. What a stale source says stands grey. */
export async function layOutTiles(tiles: readonly Tile[]): Promise<Table> {
  const images = await Promise.all(tiles.map((tile, at) => drawTile(tile, at + 1)));
  const row = (children: TableCell[], tableHeader = false) => new TableRow({ cantSplit: true, tableHeader, children });
  const rows = [
    row(
      tiles.map(({ name }) => cellOf(name, 'TableHead', held)),
      true,
    ),
    row(tiles.map(headlineOf)),
    row(tiles.map(detailsOf)),
    row(
      tiles.map(({ foot }, at) => {
        const image = new Paragraph({
          style: 'Figure',
          spacing: space(0, 240),
          children: [images[at] ?? new TextRun('')],
        });
        return new TableCell({ children: [image, paragraphOf('Small', foot)] });
      }),
    ),
  ];
  return tableOf(
    'MusterTiles',
    tiles.map(() => tileWidth(tiles.length)),
    rows,
    true,
  );
}

function headlineOf({ headline, isStale, state }: Tile): TableCell {
  const figure = new TextRun({ text: cleanText(headline), ...(isStale ? { color: ink.stale } : {}) });
  return new TableCell({
    children: [
      new Paragraph({ style: 'TileHeadline', ...held, children: [figure] }),
      paragraphOf('TableSmall', state, held),
    ],
  });
}

function detailsOf({ details, change }: Tile): TableCell {
  const lines = details.map((words) => paragraphOf('TableSmall', words, held));
  return new TableCell({ children: [...lines, paragraphOf('TableSmall', [{ bold: change }], held)] });
}

async function drawTile({ name, sparkline }: Tile, at: number): Promise<ImageRun> {
  const drawing = drawSparkline(sparkline);
  return new ImageRun({
    type: 'png',
    data: await renderFigure(drawing),
    transformation: { width: drawing.width, height: drawing.height },
    altText: {
      id: `tile-${at}`,
      name: `${name}, twelve months`,
      title: name,
      description: cleanText(sparkline.description),
    },
  });
}
