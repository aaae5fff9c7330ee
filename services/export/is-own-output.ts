import { applyPatch, parsePatch, reversePatch } from 'diff';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { binderManifestName, binderManifestSchema } from '../binder/binder-manifest.ts';
import { isMarkedPdf } from './pdf-mark.ts';

/** What lies where an output goes. */
export type Found = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is about to take its place; null where nothing does. */
  readonly next: string | Uint8Array | null;
  /** `runbook-changes.diff` of the same folder, or nothing. */
  readonly diff: string;
};

/**
 * Whether an earlier export of ours wrote it: by what is in it, never by its name alone. A file without a byte has nothing to lose. What
 * somebody changed in ours and saved is still ours.
 */
export function isOwnOutput({ name, bytes, next, diff }: Found): boolean {
  if (bytes.length === 0 || (next !== null && viewOf(next).equals(bytes))) return true;
  const text = () => viewOf(bytes).toString('utf8');
  switch (name.slice(name.lastIndexOf('.') + 1).toLowerCase()) {
    case 'docx':
      return /<dc:creator>Muster<\/dc:creator>/.test(readPart(bytes, 'docProps/core.xml'));
    case 'zip':
      return isBinder(readPart(bytes, binderManifestName));
    case 'pdf':
      return isMarkedPdf(bytes);
    case 'csv':
      return isSameTable(beginningOf(bytes), next === null ? null : beginningOf(next));
    case 'json':
      return /^\{\s*"schema":\s*"muster-(?:exercise|scorecard)\/\d+"/.test(beginningOf(bytes));
    case 'diff':
      return text().startsWith('# Runbook changes of ');
    case 'md':
      return isChangedBy(diff, name, text());
    case 'jsonl':
      return text().split('\n').every(isIssue);
    case 'sh':
      return /^#!\/bin\/sh\n# Makes \d+ GitHub issues of the action register/.test(text());
    case 'ics':
      return /^PRODID:-\/\/Muster\/\//m.test(text());
    default:
      return false;
  }
}

/** Bytes as they lie there: of a month they are tens of megabytes, and copied by nobody. */
export function viewOf(content: string | Uint8Array): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** A head, or the mark that our JSON begins with, and no more of a long file. */
function beginningOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content.slice(0, 65_536) : viewOf(content).toString('utf8', 0, 65_536);
}

/** Empty where it is no zip, or one without that part. */
function readPart(zip: Uint8Array, part: string): string {
  try {
    const found = unzipSync(zip, { filter: ({ name, originalSize }) => name === part && originalSize < 1 << 20 })[part];
    return found ? strFromU8(found) : '';
  } catch {
    return '';
  }
}

function isBinder(manifest: string): boolean {
  try {
    return binderManifestSchema.safeParse(JSON.parse(manifest)).success;
  } catch {
    return false;
  }
}

/** The same columns; of Azure Boards, whatever field the due date went to. */
function isSameTable(text: string, next: string | null): boolean {
  const head = headOf(text);
  if (next !== null && head === headOf(next)) return true;
  const isAzure = (other: string) => /^Work Item Type,Title,Assigned To,Priority,(.+,)?Description,Tags$/.test(other);
  return isAzure(head) && (next === null || isAzure(headOf(next)));
}

const headOf = (text: string) => /^\uFEFF?([^\r\n]*)/.exec(text)?.[1] ?? '';

const issue = z.strictObject({
  title: z.string(),
  body: z.string(),
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
  milestone: z.string().nullable(),
});

function isIssue(line: string): boolean {
  try {
    return line === '' || issue.safeParse(JSON.parse(line)).success;
  } catch {
    return false;
  }
}

/** A changed runbook has no mark of ours in it: it is one where the changes of the diff beside it can be taken out again. */
function isChangedBy(diff: string, name: string, text: string): boolean {
  try {
    const patch = parsePatch(diff).find(({ newFileName }) => newFileName === `b/${name}`);
    return patch !== undefined && applyPatch(text, reversePatch(patch)) !== false;
  } catch {
    return false; // somebody's own diff, or one that was cut
  }
}
