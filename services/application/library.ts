import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { ownFile } from '../own-files.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import type { Workspace } from '../saving/workspace.ts';
import { type LoadedScenario, loadScenario, stemOf } from '../scenario/load-scenario.ts';

export type LibraryScript = LoadedScenario & { readonly scenario: Scenario };

export type LibraryEntry = {
  readonly script: string;
  /** null where it cannot be played; the diagnostics say why. */
  readonly scenario: Scenario | null;
  readonly diagnostics: LoadedScenario['diagnostics'];
};

const bundled = ownFile('scenarios');

export type Library = {
  /** The bundled scripts, and those of the workspace's own folder `scenarios`; of two with one name the workspace's own counts. */
  readonly list: () => Promise<readonly LibraryEntry[]>;
  /** A script that can be played, or why not. The name never leads out of the library's folders. */
  readonly load: (script: string) => Promise<Outcome<LibraryScript>>;
  /** A script as it stands now, whether or not it can be played, and where. */
  readonly find: (script: string) => Promise<Outcome<FoundScript>>;
};

type Place = { readonly file: string; readonly isOwn: boolean };

/** `isOwn`: it lies in the workspace. */
export type FoundScript = LoadedScenario & Place;

/** A script is parsed and checked once, and again when its file has changed. */
export function createLibrary(workspace: Workspace): Library {
  const read = createReader();
  return {
    list: async () => {
      const files = await findScripts(workspace);
      const entries: LibraryEntry[] = [];
      for (const { file } of files.values()) {
        const { stem, scenario, diagnostics } = await read(file);
        entries.push({ script: stem, scenario, diagnostics });
        await nextTurn(); // a script is parsed in one go, four of them are not
      }
      return entries;
    },
    load: async (script) => {
      const place = (await findScripts(workspace)).get(script);
      if (place === undefined) return fail(unknownScript(script));
      const loaded = await read(place.file);
      if (loaded.scenario) return succeed({ ...loaded, scenario: loaded.scenario });
      return fail(unplayable(script, place.file, loaded));
    },
    find: async (script) => {
      try {
        const place = (await findScripts(workspace)).get(script);
        return place === undefined ? fail(unknownScript(script)) : succeed({ ...(await read(place.file)), ...place });
      } catch (problem) {
        return fail(unread(script, problem));
      }
    },
  };
}

function createReader(): (file: string) => Promise<LoadedScenario> {
  const kept = new Map<string, { readonly stamp: string; readonly loading: Promise<LoadedScenario> }>();
  return async (file) => {
    const { mtimeMs, size, ino } = await stat(file);
    const stamp = `${mtimeMs} ${size} ${ino}`;
    const known = kept.get(file);
    if (known?.stamp === stamp) return known.loading;
    const loading = loadScenario(file);
    kept.set(file, { stamp, loading });
    const loaded = await loading.catch((problem: unknown) => {
      kept.delete(file);
      throw problem;
    });
    const hasFiles = loaded.scenario?.injects.some(({ attachments }) => attachments.some((a) => a.file !== undefined));
    if (hasFiles !== false) kept.delete(file); // files beside a script come and go without it
    return loaded;
  };
}

async function findScripts(workspace: Workspace): Promise<ReadonlyMap<string, Place>> {
  const found = new Map<string, Place>();
  for (const folder of [bundled, join(workspace.folder, 'scenarios')]) {
    const names = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code === 'ENOENT') return [];
      throw problem;
    });
    const scripts = names.filter((name) => name.endsWith('.yaml')).sort();
    for (const name of scripts) found.set(stemOf(name), { file: join(folder, name), isOwn: folder !== bundled });
  }
  return found;
}

function unknownScript(script: string) {
  return {
    code: 'unknown_script',
    message: `There is no script ${script}.`,
    hint: 'Choose one of the programme.',
  };
}

function unread(script: string, problem: unknown) {
  return {
    code: 'script_not_read',
    message: `The script ${script} could not be read: ${explainNotRead(problem)}.`,
    hint: 'Look whether its file is still there and may be read by you; Muster tries again by itself.',
  };
}

function unplayable(script: string, file: string, { diagnostics }: LoadedScenario) {
  const first = diagnostics.find(({ level }) => level === 'error');
  const where = first ? ` Line ${first.line}: ${first.message}.` : '';
  return {
    code: 'unplayable_script',
    message: `The script ${script} cannot be played.${where}`,
    hint: `Correct ${file} and try again.`,
  };
}

/** Where the captures of a bundled script lie. */
export function sampleCaptures(script: string): string {
  return join(bundled, 'samples', `${script}.captures.yaml`);
}

/** Samples are played from the bundled script, whatever the workspace has of that name. */
export function sampleScript(script: string): string {
  return join(bundled, `${script}.yaml`);
}
