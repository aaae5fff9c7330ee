import { join } from 'node:path';
import { fail, type Outcome } from '#core/outcome.ts';
import { prepareOut } from '../export/prepare-out.ts';
import { makeScorecard } from '../scorecard/make-scorecard.ts';
import { writeScorecardDocuments } from '../scorecard/write-scorecard-documents.ts';

const month = '2026-10';
/** The folder of the sample month, among the samples and in what a demo writes. */
export const sampleScorecard = `scorecard-${month}`;

/** The scorecard of the sample organisation's month, invented throughout. Gives the names written. */
export async function writeSampleScorecard(
  scenarios: string,
  workspace: string,
  out: string,
): Promise<Outcome<readonly string[]>> {
  const data = join(scenarios, 'samples', sampleScorecard);
  const made = await makeScorecard({
    data,
    month,
    config: join(data, 'config.json'),
    previous: join(data, 'previous.json'),
    t: `${month}-31T23:59:59Z`,
    readiness: { workspace, isSample: true },
  });
  if (!made.ok) return made;
  const folder = join(out, sampleScorecard);
  const unusable = await prepareOut(folder);
  if (unusable !== null) return fail({ code: 'output_folder', message: unusable, hint: '' });
  return writeScorecardDocuments({ scorecard: made.value.scorecard, out: folder });
}
