import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadScript } from '#contract/console.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { ownFile } from '../own-files.ts';
import { type LoadedScenario, loadScenario } from '../scenario/load-scenario.ts';

export type LibraryScript = LoadedScenario & { readonly scenario: Scenario };

export type LibraryEntry = {
  readonly script: string;
  /** null where it cannot be played; the diagnostics say why. */
  readonly scenario: Scenario | null;
  readonly diagnostics: LoadedScenario['diagnostics'];
};

const folder = ownFile('scenarios');

export async function listLibrary(): Promise<readonly LibraryEntry[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (name) => {
      const { stem, scenario, diagnostics } = await loadScenario(join(folder, name));
      return { script: stem, scenario, diagnostics };
    }),
  );
}

/** A script of the library that can be played, or why not. The name never leads out of the library's folder. */
export async function loadFromLibrary(script: string): Promise<Outcome<LibraryScript>> {
  const names = await readdir(folder);
  if (!names.includes(`${script}.yaml`)) {
    return fail({
      code: 'unknown_script',
      message: `There is no script ${script}.`,
      hint: 'Choose one of the programme.',
    });
  }
  const loaded = await loadScenario(join(folder, `${script}.yaml`));
  if (loaded.scenario) return succeed({ ...loaded, scenario: loaded.scenario });
  const first = loaded.diagnostics[0];
  const where = first ? ` Line ${first.line}: ${first.message}.` : '';
  return fail({
    code: 'unplayable_script',
    message: `The script ${script} cannot be played.${where}`,
    hint: `Correct ${join(folder, `${script}.yaml`)} and try again.`,
  });
}

export function readScript({ scenario, diagnostics }: LibraryScript): ReadScript {
  const findings = diagnostics.map(({ line, column, level, message }) => ({ line, column, level, message }));
  return { scenario, findings };
}

/** Where the bundled captures of a script lie. */
export function sampleCaptures(script: string): string {
  return join(folder, 'samples', `${script}.captures.yaml`);
}

export function scriptFile(script: string): string {
  return join(folder, `${script}.yaml`);
}
