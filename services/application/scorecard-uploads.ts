import { randomUUID } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { type OpenHandle, writeAll } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import { beginSource } from '../scorecard/keep-source.ts';

/** A file that a window sends part by part: it lies on the disk and is never held. */
export type Upload = {
  readonly month: string;
  readonly name: string;
  readonly changedOn: string;
  readonly path: string;
  readonly bytes: number;
  readonly handle: OpenHandle;
  got: number;
};

/** What windows are sending. Whoever closed in the middle leaves bytes that the next sweep takes away. */
export function createUploads(workspace: Workspace) {
  const uploads = new Map<string, Upload>();

  async function drop(id: string): Promise<void> {
    const upload = uploads.get(id);
    uploads.delete(id);
    await upload?.handle.close().catch(() => {}); // closed already, where all of it came
    if (upload) await unlink(upload.path).catch(() => {}); // it has its place by now, or is gone
  }

  return {
    begin: async (
      about: Pick<Upload, 'month' | 'name' | 'bytes' | 'changedOn'>,
    ): Promise<Outcome<{ upload: string }>> => {
      const id = randomUUID();
      try {
        const { path, handle } = await beginSource(workspace, about.month);
        uploads.set(id, { ...about, path, handle, got: 0 });
        return succeed({ upload: id });
      } catch (problem) {
        return fail(notKept(about.name, explainFailure(problem)));
      }
    },
    add: async (id: string, at: number, bytes: Buffer): Promise<Outcome<{ bytes: number }>> => {
      const upload = uploads.get(id);
      if (!upload) return fail(gone);
      if (at !== upload.got || at + bytes.length > upload.bytes)
        return fail(notKept(upload.name, 'its parts came in disorder'));
      try {
        await writeAll(upload.handle, bytes, at);
        upload.got += bytes.length;
        if (upload.got === upload.bytes) await upload.handle.sync();
        return succeed({ bytes: upload.got });
      } catch (problem) {
        await drop(id);
        return fail(notKept(upload.name, explainFailure(problem)));
      }
    },
    /** One that came whole. */
    find: (id: string): Outcome<Pick<Upload, 'path' | 'name' | 'changedOn'>> => {
      const upload = uploads.get(id);
      if (!upload) return fail(gone);
      if (upload.got < upload.bytes) return fail(notKept(upload.name, 'a part of it is missing'));
      const { path, name, changedOn } = upload;
      return succeed({ path, name, changedOn });
    },
    drop,
  };
}

export type Uploads = ReturnType<typeof createUploads>;

const gone: Problem = {
  code: 'upload_gone',
  message: 'What was sent of the file is not there any more.',
  hint: 'Nothing of it was taken. Choose the file again.',
};

function notKept(name: string, why: string): Problem {
  return {
    code: 'file_not_kept',
    message: `${name} could not be taken: ${why}.`,
    hint: 'Nothing of it was taken. Choose it again.',
  };
}
