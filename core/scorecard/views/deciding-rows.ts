import { capitalise } from '../../report/term-words.ts';
import type { Scorecard } from '../scorecard.ts';
import { controlsRows } from './controls-rows.ts';
import { driftRows } from './drift-rows.ts';
import { exceptionRows } from './exception-rows.ts';
import { fileNumbers, fileOfTile } from './file-numbers.ts';
import { incidentRows } from './incident-rows.ts';
import { patchingRows } from './patching-rows.ts';
import { type DecidingRow, type DecidingRows, type Question, type TileName, tileOf } from './question.ts';
import type { FigureRows, TileRows } from './tile-rows.ts';

/** null where its file was not read. What is apart from the figures is there where there is any of it. */
export function tileRows(scorecard: Scorecard, tile: TileName): TileRows | null {
  const found = figureRows(scorecard, tile);
  if (found === null) return null;
  const numbers = [...found.numbers, ...(found.aside ?? []), ...fileNumbers(scorecard, fileOfTile[tile])];
  const shown = new Set(found.numbers);
  return { ...found, numbers: numbers.filter((one) => shown.has(one) || one.value !== '0') };
}

function figureRows({ snapshot, rows, listed }: Scorecard, tile: TileName): FigureRows | null {
  const { controls_health, incidents, drift, exceptions, vulnerability } = snapshot.figures;
  switch (tile) {
    case 'controls':
      return controls_health && rows.assets && controlsRows(controls_health, rows.assets, snapshot);
    case 'incidents':
      return incidents && rows.incidents && incidentRows(incidents, rows.incidents, snapshot);
    case 'drift':
      return drift && rows.drift && driftRows(drift, rows.drift, rows.assets ?? []);
    case 'exceptions':
      return exceptions && listed && exceptionRows(exceptions, listed, rows.exceptions ?? [], snapshot);
    case 'patching':
      return vulnerability && rows.vulnerabilities && patchingRows(vulnerability, rows.vulnerabilities, snapshot);
  }
}

/** The rows that decide a number, at most so many of them; null where there is no such number. */
export function listDecidingRows(
  scorecard: Scorecard,
  question: Question,
  most = Number.POSITIVE_INFINITY,
): DecidingRows | null {
  const found = tileRows(scorecard, tileOf(question));
  const asked = found?.numbers.find(({ ask }) => question.endsWith(`.${ask}`));
  if (!found || !asked) return null;
  const ids = asked.ids();
  const rows: DecidingRow[] = [];
  for (const id of ids) {
    if (rows.length >= most) break;
    const row = (asked.rowOf ?? found.rowOf)(id);
    if (row) rows.push(row);
  }
  return {
    question,
    title: `${capitalise(tileOf(question))}: ${asked.value} ${asked.words}`,
    columns: asked.columns ?? found.columns,
    rows,
    total: ids.length,
    note: asked.note ?? null,
  };
}
