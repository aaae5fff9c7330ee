import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { exceptionColumns, exceptionRow } from '#core/scorecard/page/exception-list.ts';
import { buildExceptionPages } from '#core/scorecard/page/exception-pages.ts';
import { decidedColumns, decidedRows } from '#core/scorecard/page/rows/list-decided.ts';
import { buildRowsPages } from '#core/scorecard/page/rows-pages.ts';
import { buildScorecardPage } from '#core/scorecard/page/scorecard-page.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import { fitsOnePage } from '../documents/estimate-pages.ts';
import { writeWord } from '../documents/write-word.ts';
import { writeCsv, writeLongCsv } from '../export/write-csv.ts';
import { writeScorecardJson } from './scorecard-json.ts';
import type { ScorecardName } from './scorecard-names.ts';

/** What the documents of a month are written from: the same gives the same bytes. */
export type ScorecardSource = { readonly scorecard: Scorecard; readonly paper: PaperSize };
type Write = (source: ScorecardSource) => string | Uint8Array | Promise<Uint8Array>;

/** By name, so that a document that is listed and not built does not compile. */
export const scorecardWriters: Readonly<Record<ScorecardName, Write>> = {
  'scorecard.docx': ({ scorecard, paper }) => writeWord(buildScorecardPage(scorecard, fitsOnePage(paper)), paper),
  'scorecard-rows.docx': ({ scorecard, paper }) => writeWord(buildRowsPages(scorecard), paper),
  'scorecard-rows.csv': ({ scorecard }) => writeLongCsv(decidedColumns, decidedRows(scorecard)),
  'exceptions.docx': ({ scorecard, paper }) => writeWord(buildExceptionPages(scorecard), paper),
  'exceptions.csv': ({ scorecard }) => writeCsv(exceptionColumns, (scorecard.listed ?? []).map(exceptionRow)),
  'scorecard.json': ({ scorecard }) => writeScorecardJson(scorecard.snapshot),
};
