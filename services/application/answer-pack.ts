import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ConsoleAnswers } from '#contract/console.ts';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import { nothingBefore } from '#core/captures/build-setup.ts';
import { settlePlan } from '#core/captures/settle-plan.ts';
import type { PreviousAction } from '#core/exercise/setup.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type Pack, type Planned, preparePack } from '#core/pack/pack.ts';
import { buildPackDocuments } from '#core/pack/pack-documents.ts';
import type { PackName } from '#core/pack/pack-names.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { markPdf } from '../export/pdf-mark.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { workerFile } from '../own-files.ts';
import type { Asked } from '../pack/pack-worker.ts';
import { listActionsOf, openActionRegister } from '../registers/action-register.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { makeFolder, realDisk } from '../saving/files.ts';
import { explainFolder, type Workspace } from '../saving/workspace.ts';
import { tableIn } from '../scenario/read-table.ts';
import { forWindow } from './for-window.ts';
import type { Library } from './library.ts';
import type { Plans } from './plans.ts';
import { saving } from './saving.ts';
import type { Shell } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly library: Library;
  readonly plans: Plans;
  readonly tellText: (text: string) => void;
};
type Answered = Pick<ConsoleAnswers, 'load_pack' | 'write_pack' | 'save_pack_pdf' | 'open_pack_folder'>;
type Ready = { readonly scenario: Scenario; readonly planned: Planned; readonly pack: Pack };

/** The papers for a room without laptop or projector, from the plan as it is saved. */
export function answerPack({ workspace, shell, library, plans, tellText }: Needs): Answered {
  /** No exercise's name begins so: they begin with a year. */
  const folderOf = (script: string) => join(workspace.folder, 'documents', `pack-${script}`);

  async function listActionsBefore({ plan, sample }: Plan): Promise<readonly PreviousAction[]> {
    if (plan.previous === undefined) return [];
    return listActionsOf(await openActionRegister(workspace, sample, tellText), plan.previous);
  }

  async function prepare(script: string): Promise<Outcome<Ready>> {
    const loaded = await library.load(script);
    if (!loaded.ok) return loaded;
    const { scenario } = loaded.value;
    const plan = await saving(() => plans.load(script, scenario));
    if (!plan.ok) return plan;
    const actions = await saving(() => listActionsBefore(plan.value));
    if (!actions.ok) return actions;
    const before = { ...nothingBefore, actions: actions.value };
    const setup = settlePlan({ exercise: script, plan: plan.value, loaded: loaded.value, before });
    if (!setup.ok) return setup;
    const planned = { setup: setup.value, startsAt: plan.value.starts_at };
    const pack = preparePack(scenario, planned, tableIn);
    return pack.ok ? succeed({ scenario, planned, pack: pack.value }) : pack;
  }

  return {
    load_pack: async ({ script }) => {
      const ready = await prepare(script);
      return ready.ok ? succeed({ papers: buildPackDocuments(ready.value.pack) }) : ready;
    },
    write_pack: async ({ script }) => {
      const ready = await prepare(script);
      if (!ready.ok) return ready;
      const { scenario, planned } = ready.value;
      return writeInFolder(folderOf(script), (out) => writePackInWorker({ scenario, planned, out }));
    },
    save_pack_pdf: async ({ script, paper }) => {
      const known = await library.load(script);
      if (!known.ok) return known;
      return shell.printPdf ? savePdf(shell.printPdf, folderOf(script), paper) : fail(noPdf);
    },
    open_pack_folder: async ({ script }) => {
      const folder = folderOf(script);
      await mkdir(folder, { recursive: true }).catch(() => {}); // what cannot be made cannot be opened either, and that is said
      return succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}

async function writeInFolder(
  folder: string,
  write: (folder: string) => Promise<Outcome<readonly string[]>>,
): Promise<Outcome<WrittenDocuments>> {
  try {
    await makeFolder(folder);
  } catch (problem) {
    return fail(explainFolder(folder, 'workspace', problem));
  }
  const written = await write(folder);
  if (!written.ok) return fail(forWindow(written.problem));
  const files = await Promise.all(
    written.value.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
  );
  return succeed({ folder, files });
}

/** In a worker, so that captures of an exercise that goes on are not kept waiting. */
function writePackInWorker(asked: Asked): Promise<Outcome<readonly string[]>> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile('services/pack/pack-worker'), { workerData: asked });
    worker.on('message', (outcome: Outcome<readonly string[]>) => resolve(outcome));
    worker.on('error', (problem) => resolve(fail(stopped(explainFailure(problem)))));
    worker.on('exit', (code) => resolve(fail(stopped(`it ended with ${code}`)))); // after an answer this says nothing new
  });
}

async function savePdf(print: () => Promise<Uint8Array>, folder: string, paper: PackName) {
  const name = `${paper}.pdf`;
  const bytes = await print().catch((problem: unknown) => problem);
  if (!(bytes instanceof Uint8Array)) return fail(notPrinted(explainFailure(bytes)));
  const saved = await writeInFolder(folder, async (out) => {
    const staged = await stageDocuments(realDisk, out, new Map([[name, markPdf(bytes)]]));
    return staged.ok ? staged.value.put() : staged;
  });
  return saved.ok ? succeed({ file: join(folder, name) }) : saved;
}

const noPdf = {
  code: 'no_pdf',
  message: 'Muster makes no PDF here.',
  hint: 'Print the page with the browser and choose “Save as PDF” there.',
};

function notPrinted(why: string) {
  return {
    code: 'not_printed',
    message: `The PDF was not made: ${why}.`,
    hint: 'Try again. The Word files hold the same papers.',
  };
}

function stopped(why: string) {
  return {
    code: 'pack_not_written',
    message: `The papers were not written: ${why}.`,
    hint: 'The plan is whole. Try again; `muster pack` writes the same papers.',
  };
}
