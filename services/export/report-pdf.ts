import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import { settledAt } from '#core/report/title-words.ts';
import { findOffice, makePdf, noOffice } from './office.ts';

type Needs = {
  readonly state: ExerciseState;
  readonly word: Uint8Array;
  readonly signal: AbortSignal | undefined;
};

/** The report as a PDF, through LibreOffice; a problem in a sentence where that is not installed. */
export async function makeReportPdf({ state, word, signal }: Needs): Promise<Outcome<Uint8Array>> {
  const office = await findOffice();
  if (office === null) return fail({ code: 'no_office', message: noOffice, hint: '' });
  return makePdf({ office, word, settledAt: settledAt(state), signal: signal ?? new AbortController().signal });
}
