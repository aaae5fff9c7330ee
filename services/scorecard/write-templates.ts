import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { listTemplates } from '#core/scorecard/templates.ts';
import { writeCsv } from '../export/write-csv.ts';
import { explainFailure } from '../saving/explain-failure.ts';

/** The five files with their heads alone, in a folder that is there. One that is there already may be filled in: it is never replaced. */
export async function writeTemplates(folder: string): Promise<Outcome<readonly string[]>> {
  const templates = listTemplates();
  for (const [name, heads] of templates) {
    try {
      await writeFile(join(folder, name), writeCsv(heads, []), { flag: 'wx' });
    } catch (problem) {
      return fail({
        code: 'not_written',
        message: `${join(folder, name)} was not written: ${explainFailure(problem)}.`,
        hint: 'Nothing is replaced, because it may be filled in: move it away first.',
      });
    }
  }
  return succeed([...templates.keys()]);
}
