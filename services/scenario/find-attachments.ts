import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { error, type Finding, warning } from '#core/scenario/finding.ts';
import type { Inject, Scenario } from '#core/scenario/schema.ts';
import { type ReadAttachment, readAttachmentFile, readAttachmentText } from './read-attachment.ts';

type Attachment = Inject['attachments'][number];

/** Every attachment of a script is read as the room would be shown it. */
export async function checkAttachmentFiles({ injects }: Scenario, folder: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const [at, { attachments }] of injects.entries()) {
    for (const [n, attachment] of attachments.entries()) {
      findings.push(...(await checkAttachment(attachment, folder, ['injects', at, 'attachments', n])));
    }
  }
  return findings;
}

async function checkAttachment(attachment: Attachment, folder: string, path: readonly PropertyKey[]) {
  const { file, text } = attachment;
  if (file === undefined && text === undefined) return []; // said by the check of the script itself
  const field = file === undefined ? 'text' : 'file';
  const { problem, remark } = await readScriptAttachment(attachment, folder);
  const about = `${field}: attachment ${nameInFinding(attachment)}`;
  if (problem !== null) return [error([...path, field], `${about} ${problem}`)];
  return remark === null ? [] : [warning([...path, field], `${about} ${remark}`)];
}

/** From its own words, or from a file beside the script, in its folder or below, wherever links lead. */
export async function readScriptAttachment({ kind, text, file, name }: Attachment, folder: string) {
  if (file === undefined) return readAttachmentText(kind, text ?? '');
  const found = findAttachmentFile(file, name, folder);
  return 'path' in found ? readAttachmentFile(kind, found.path) : { ...nothing, ...found };
}

const nameInFinding = ({ file, name }: Attachment) => (file === undefined || file.includes('\0') ? name : file);

const nothing: ReadAttachment = { content: { is: 'none' }, image: null, problem: null, remark: null };

type FoundFile = { readonly path: string } | { readonly problem: string };

/** Where it lies, links followed; or what is wrong, as the end of a sentence about it. */
export function findAttachmentFile(file: string, name: string, folder: string): FoundFile {
  const problem = findOutside(file, name, folder);
  return problem === null ? { path: realpathSync(join(folder, file)) } : { problem };
}

function findOutside(file: string, name: string, folder: string): string | null {
  if (file.includes('\0')) return 'has a name no file can have';
  if (isAbsolute(file) || leaves(folder, join(folder, file))) return `of ${name} lies outside the script's folder`;
  try {
    const real = realpathSync(join(folder, file));
    if (leaves(realpathSync(folder), real)) return `of ${name} leads outside the script's folder`;
    return statSync(real).isFile() ? null : 'is no file';
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
    return code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
  }
}

function leaves(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
