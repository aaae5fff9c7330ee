import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleRequests } from '#contract/console.ts';
import type { Bridge } from '#contract/requests.ts';
import type { FilePreview } from '#contract/scorecard.ts';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { need } from './open-muster.ts';

type Ask = Bridge<ConsoleRequests>;

export const month = '2026-10';
/** The worked example. Source: content/acceptance/scorecard. */
export const acceptance = join(import.meta.dirname, '../fixtures/acceptance/scorecard');
export const acceptanceFile = (kind: FileKind) => readFile(join(acceptance, `${kind}.csv`));

/** As a window does: in parts, small ones here. */
export async function sendFile(ask: Ask, name: string, bytes: Buffer, partBytes = 300): Promise<string> {
  const about = { month, name, bytes: bytes.length, changedOn: '2026-10-31' };
  const { upload } = need(await ask.begin_month_file(about));
  for (let at = 0; at < bytes.length; at += partBytes) {
    const base64 = bytes.subarray(at, at + partBytes).toString('base64');
    need(await ask.add_month_file_part({ upload, at, base64 }));
  }
  return upload;
}

export async function previewText(ask: Ask, kind: FileKind, text: string | Buffer) {
  const upload = await sendFile(ask, `${kind}.csv`, Buffer.from(text));
  const preview = need(await ask.preview_month_file({ month, kind, file: { upload }, mapping: null, orders: null }));
  return { upload, preview };
}

export function takeAsSeen(ask: Ask, { preview, upload }: { preview: FilePreview; upload: string }, without = 0) {
  const { kind, sha256, mapping, orders } = preview;
  const how = { sha256, mapping, orders, datedOn: '2026-10-31', without };
  return ask.take_month_file({ month, kind, file: { upload }, ...how });
}

/** All five files of the worked example. */
export async function takeAcceptance(ask: Ask, kinds: readonly FileKind[] = fileKinds): Promise<void> {
  for (const kind of kinds) need(await takeAsSeen(ask, await previewText(ask, kind, await acceptanceFile(kind))));
}

/** The time zone of the worked example. */
export async function countInUtc(ask: Ask): Promise<void> {
  const { settings } = need(await ask.load_scorecard_settings({}));
  need(await ask.save_scorecard_settings({ settings: { ...settings, timezone: 'UTC' } }));
}
