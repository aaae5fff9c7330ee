import { fail, type Outcome, succeed } from '#core/outcome.ts';

/** What a document on the disk gave, or why it could not be saved, in words. */
export async function saving<Value>(act: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return succeed(await act());
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem);
    const hint =
      'What you typed is still on the screen. Free the disk or the folder, then change something to try again.';
    return fail({ code: 'not_saved', message: `Not saved. ${message}`, hint });
  }
}
