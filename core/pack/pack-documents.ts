import type { ReportDocument } from '../report/document.ts';
import { buildCaptureSheet } from './capture-sheet.ts';
import { buildDecisionCards } from './decision-cards.ts';
import { buildFacilitatorBook } from './facilitator-book.ts';
import { buildFeedbackForm } from './feedback-form.ts';
import { buildHandouts } from './handouts.ts';
import type { Pack } from './pack.ts';
import { type PackName, packNames } from './pack-names.ts';
import { buildPrivateSlips } from './private-slips.ts';

/** By name, so that one that is listed and not built does not compile. */
const builders: Readonly<Record<PackName, (pack: Pack) => ReportDocument>> = {
  'exercise-facilitator-book': buildFacilitatorBook,
  'exercise-handouts': buildHandouts,
  'exercise-private-slips': buildPrivateSlips,
  'exercise-decision-cards': buildDecisionCards,
  'exercise-capture-sheet': buildCaptureSheet,
  'exercise-feedback-form': buildFeedbackForm,
};

export type PackDocument = { readonly name: PackName; readonly document: ReportDocument };

export function buildPackDocuments(pack: Pack): readonly PackDocument[] {
  return packNames.map((name) => ({ name, document: builders[name](pack) }));
}
