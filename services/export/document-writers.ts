import type { ExerciseState } from '#core/exercise/state.ts';
import { buildCustomerSummary } from '#core/report/customer-summary.ts';
import { buildLegalAnnex } from '#core/report/legal-annex.ts';
import { buildParticipantEdition } from '#core/report/participant-edition.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildLongPostMortem } from '#core/report/post-mortem-long.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import type { Originals } from '#core/runbooks/original.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { fitsOnePage } from '../documents/estimate-pages.ts';
import { writeWord } from '../documents/write-word.ts';
import { writeActionItems } from './action-items-csv.ts';
import type { DocumentName } from './document-names.ts';
import { writeExerciseJson } from './exercise-json.ts';
import { writeRunbookDiff } from './runbook-files.ts';
import { writeCsv } from './write-csv.ts';

/** What documents are written from: the same gives the same bytes. */
export type Source = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly originals: Originals;
  readonly paper: PaperSize;
};

export type Content = string | Uint8Array;
/** null: an exercise of which there is nothing to say there. */
type Write = (source: Source) => Content | null | Promise<Content | null>;

/** By name, so that a document that is listed and not built does not compile. */
export const writers: Readonly<Record<DocumentName, Write>> = {
  'post-mortem.docx': ({ state, head, paper }) => writeWord(buildPostMortem(state, head, fitsOnePage(paper)), paper),
  'post-mortem-long.docx': ({ state, head, paper }) =>
    writeWord(buildLongPostMortem(state, head, fitsOnePage(paper)), paper),
  'post-mortem-participants.docx': ({ state, paper }) => writeWord(buildParticipantEdition(state), paper),
  'customer-summary.docx': ({ state, paper }) => writeWord(buildCustomerSummary(state), paper),
  'legal-annex.docx': async ({ state, head, paper }) => {
    const annex = buildLegalAnnex(state, head);
    return annex && writeWord(annex, paper);
  },
  'runbook-changes.docx': ({ state, head, originals, paper }) =>
    writeWord(buildRunbookChanges(state, head, originals), paper),
  'runbook-changes.diff': ({ state, originals }) => writeRunbookDiff(state, originals),
  'action-items.csv': ({ state }) => writeActionItems(state),
  'timeline.csv': ({ state }) => writeCsv(timelineColumns, listTimeline(state)),
  'exercise.json': ({ state, head }) => writeExerciseJson(state, head),
};
