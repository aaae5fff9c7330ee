import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { dialog } from 'electron';
import type { Problem } from '#core/outcome.ts';
import { type Application, openApplication } from '#services/application/application.ts';
import type { Shell } from '#services/application/shell.ts';

/** `--workspace DIR` or `--workspace=DIR`, else the folder everybody starts with. */
export function findWorkspace(args: readonly string[]): string {
  const at = args.indexOf('--workspace');
  const joined = args.find((arg) => arg.startsWith('--workspace='))?.slice('--workspace='.length);
  const named = joined ?? (at >= 0 ? args[at + 1] : undefined);
  return named ? resolve(named) : join(homedir(), 'Muster');
}

/** Asks for another folder until one can be opened; null when the user gives up. */
export async function openWorkspace(folder: string, shell: Shell): Promise<Application | null> {
  for (let workspace: string | null = folder; workspace !== null; ) {
    const opened = await openApplication({ workspace, shell, purpose: 'desktop' });
    if (opened.ok) return opened.value;
    workspace = await askForAnother(workspace, opened.problem);
  }
  return null;
}

async function askForAnother(folder: string, { message }: Problem): Promise<string | null> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message,
    detail: 'Nothing was written. Try again once it is free, or choose another folder for this time.',
    buttons: ['Try again', 'Choose another folder…', 'Quit'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (response === 0) return folder;
  if (response !== 1) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Choose a folder for Muster',
    defaultPath: homedir(),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? folder : (filePaths[0] ?? folder);
}
