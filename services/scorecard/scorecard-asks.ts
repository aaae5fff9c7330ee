import type { FilePreview, RevisionLine } from '#contract/scorecard.ts';
import type { TrendShown } from '#contract/trend.ts';
import type { CurrentExceptions } from '#core/exceptions/describe-register.ts';
import type { Outcome } from '#core/outcome.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import type { MonthDraft } from '#core/scorecard/month-draft.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import type { DecidingRows, Question } from '#core/scorecard/views/question.ts';
import type { DraftSource, MonthSource } from './compose-month.ts';
import type { PreviewAsked } from './preview-file.ts';
import type { TakeAsked, Taken } from './take-file.ts';

/** What is asked of the worker, and what it answers. */
export type Asks = {
  readonly revisions: { readonly asked: { readonly month: string }; readonly answer: readonly RevisionLine[] };
  readonly view: { readonly asked: { readonly of: MonthSource }; readonly answer: MonthView };
  readonly rows: {
    readonly asked: { readonly of: MonthSource; readonly question: Question; readonly most: number };
    readonly answer: DecidingRows;
  };
  readonly write_rows: {
    readonly asked: { readonly of: MonthSource; readonly question: Question; readonly out: string };
    readonly answer: readonly string[];
  };
  /** null: no exceptions file was taken. */
  readonly exceptions: { readonly asked: { readonly of: MonthSource }; readonly answer: CurrentExceptions | null };
  readonly trend: { readonly asked: object; readonly answer: TrendShown };
  readonly preview: { readonly asked: PreviewAsked; readonly answer: FilePreview };
  readonly take: { readonly asked: TakeAsked; readonly answer: Taken };
  /** What a correction begins with: the newest revision. */
  readonly draft_of_newest: {
    readonly asked: { readonly month: string; readonly reason: string };
    readonly answer: MonthDraft;
  };
  readonly publish: {
    readonly asked: {
      readonly of: DraftSource;
      readonly publishedAt: string;
      readonly publishedBy: string;
      /** In spite of its caveats. */
      readonly publishedBecause: string | null;
    };
    readonly answer: MonthView;
  };
  readonly sweep: {
    readonly asked: { readonly month: string; readonly kept: readonly string[] };
    readonly answer: null;
  };
  readonly documents: {
    readonly asked: {
      readonly of: MonthSource;
      readonly out: string;
      readonly paper?: PaperSize | undefined;
      readonly oscal: boolean;
    };
    readonly answer: readonly string[];
  };
};

export type AskName = keyof Asks;
export type Asked = { [Name in AskName]: { readonly does: Name } & Asks[Name]['asked'] }[AskName];

export type ToWorker = { readonly id: number; readonly asked: Asked } | { readonly id: number; readonly stop: true };
export type FromWorker =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly outcome: Outcome<unknown> };
