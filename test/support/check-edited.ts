import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDiagnostic, loadScenario } from '#services/scenario/load-scenario.ts';

/** What stands once in the script, and what takes its place. `‸` marks where the checker must point; it is taken out. */
export type Edit = readonly [find: string, put: string];

/** A fault, edits of the base script that have it, what is said of it, and near ones that are fine. */
export type Row = {
  readonly fault: string;
  readonly fails: readonly Edit[];
  readonly says: string;
  readonly passes: readonly Edit[];
};

const scripts = join(import.meta.dirname, '../fixtures/scripts');

function editScript(script: string, edits: readonly Edit[]): { text: string; place: string } {
  const marked = edits.reduce((text, [find, put]) => {
    const count = text.split(find).length - 1;
    if (count !== 1) throw new Error(`"${find}" stands in the script ${count} times.`);
    return text.replace(find, () => put);
  }, script);
  const before = marked.slice(0, Math.max(0, marked.indexOf('‸'))).split('\n');
  return { text: marked.replace('‸', ''), place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

/** Every line the checker prints of the edited base script, without the folder, and the marked place. */
export async function checkEdited(edits: readonly Edit[]): Promise<{ lines: readonly string[]; place: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-check-'));
  const file = join(folder, 'script.yaml');
  const { text, place } = editScript(await readFile(join(scripts, 'base.yaml'), 'utf8'), edits);
  await cp(join(scripts, 'hosts.csv'), join(folder, 'hosts.csv'));
  await writeFile(file, text);
  const { diagnostics } = await loadScenario(file);
  return { lines: diagnostics.map(formatDiagnostic).map((line) => line.replace(`${folder}/`, '')), place };
}
