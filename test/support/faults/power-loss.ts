import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Disk, type OpenHandle, realDisk } from '#services/saving/files.ts';

type File = { durable: Buffer; pending: Change[] };
type Change =
  | { readonly is: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly is: 'truncate'; readonly to: number };
/** What a folder knows by name: a file, or a folder below it. */
type Names = Map<string, File | 'folder'>;
type Renaming = { readonly set: readonly [name: string, what: File | 'folder'] | null; readonly remove: string | null };
type Folder = { durable: Names; pending: Renaming[]; now: Names };

/** What is on the disk for certain, and what came since in which order. */
export type Moment = {
  readonly after: string;
  readonly acknowledged: number;
  readonly folders: ReadonlyMap<string, { readonly durable: Names; readonly pending: readonly Renaming[] }>;
  readonly files: ReadonlyMap<File, { readonly durable: Buffer; readonly pending: readonly Change[] }>;
};

export type Choose = (limit: number) => number;
export const sector = 512;

/**
 * A real disk that notes after every call what a loss of power would leave. Only what was synced is certain: a file's bytes
 * by its own sync, a name by its folder's. Of the rest any beginning may be there.
 */
export function createRecordingDisk(root: string) {
  const folders = new Map<string, Folder>();
  const moments: Moment[] = [];
  let acknowledged = 0;
  keep(root);

  function keep(path: string): void {
    const names: Names = new Map();
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) keep(inner);
      names.set(entry.name, entry.isDirectory() ? 'folder' : { durable: readFileSync(inner), pending: [] });
    }
    folders.set(path, { durable: new Map(names), pending: [], now: names });
  }

  /** A folder that saving made by itself is new to its own folder too. */
  function folderOf(path: string): Folder {
    const known = folders.get(path);
    if (known) return known;
    const made: Folder = { durable: new Map(), pending: [], now: new Map() };
    folders.set(path, made);
    if (path !== root) put(dirname(path), nameOf(path), 'folder');
    return made;
  }

  function put(path: string, name: string, what: File | 'folder', remove: string | null = null): void {
    const folder = folderOf(path);
    folder.now.set(name, what);
    if (remove !== null) folder.now.delete(remove);
    folder.pending.push({ set: [name, what], remove });
  }

  function note(after: string): void {
    const files = new Map<File, { durable: Buffer; pending: readonly Change[] }>();
    const copied = [...folders].map(([path, { durable, pending, now }]) => {
      const renamed = pending.flatMap(({ set }) => (set ? [set[1]] : []));
      for (const file of [...durable.values(), ...now.values(), ...renamed])
        if (file !== 'folder') files.set(file, { durable: file.durable, pending: [...file.pending] });
      return [path, { durable: new Map(durable), pending: [...pending] }] as const;
    });
    moments.push({ after, acknowledged, folders: new Map(copied), files });
  }

  function handleFor(path: string, file: File, handle: OpenHandle): OpenHandle {
    const sync = async (call: string, real: () => Promise<void>) => {
      const certain = file.pending.length; // only what was written before the call began
      await real();
      const bytes = file.pending.slice(0, certain).reduce(change, file.durable);
      file.durable = bytes;
      file.pending = file.pending.slice(certain);
      note(`${call} ${path}`);
    };
    return {
      write: async (bytes, offset, length, position) => {
        const done = await handle.write(bytes, offset, length, position);
        const taken = Buffer.from(bytes.subarray(offset, offset + done.bytesWritten));
        file.pending.push({ is: 'write', at: position, bytes: taken });
        note(`write ${path}`);
        return done;
      },
      datasync: () => sync('datasync', async () => {}),
      sync: () => sync('sync', async () => {}),
      stat: handle.stat,
      truncate: async (length) => {
        await handle.truncate(length);
        file.pending.push({ is: 'truncate', to: length });
        note(`truncate ${path}`);
      },
      close: handle.close,
    };
  }

  const disk: Disk = {
    open: async (path, flags, mode) => {
      const handle = await realDisk.open(path, flags, mode);
      const [folder, name] = [folderOf(dirname(path)), nameOf(path)];
      if (folders.has(path) || folder.now.get(name) === 'folder' || flags === 'r') {
        const own = folderOf(path);
        const sync = async () => {
          for (const entry of readdirSync(path, { withFileTypes: true }))
            if (entry.isDirectory()) folderOf(join(path, entry.name)); // made by saving without a word to its disk
          for (const renaming of own.pending) rename(own.durable, renaming);
          own.pending = [];
          note(`sync of folder ${path}`);
        };
        return { ...handle, sync, datasync: sync };
      }
      const known = folder.now.get(name);
      if (known && known !== 'folder') return handleFor(path, known, handle);
      const file: File = { durable: Buffer.alloc(0), pending: [] };
      put(dirname(path), name, file);
      note(`create ${path}`);
      return handleFor(path, file, handle);
    },
    rename: async (from, to) => {
      await realDisk.rename(from, to);
      const file = folderOf(dirname(from)).now.get(nameOf(from));
      if (file) put(dirname(to), nameOf(to), file, nameOf(from)); // saving renames within one folder only
      note(`rename ${to}`);
    },
    unlink: async (path) => {
      await realDisk.unlink(path);
      const folder = folderOf(dirname(path));
      folder.now.delete(nameOf(path));
      folder.pending.push({ set: null, remove: nameOf(path) });
      note(`unlink ${path}`);
    },
  };

  const acknowledge = (count: number) => {
    acknowledged = count;
  };

  return { disk, moments, acknowledge };
}

function nameOf(path: string): string {
  return path.slice(dirname(path).length + 1);
}

function rename(names: Names, { set, remove }: Renaming): void {
  if (set) names.set(...set);
  if (remove !== null) names.delete(remove);
}

function change(bytes: Buffer, by: Change): Buffer {
  if (by.is === 'truncate') return resize(bytes, by.to);
  const grown = resize(bytes, Math.max(bytes.length, by.at + by.bytes.length));
  by.bytes.copy(grown, by.at);
  return grown;
}

function resize(bytes: Buffer, length: number): Buffer {
  const sized = Buffer.alloc(length);
  bytes.copy(sized, 0, 0, length);
  return sized;
}

/** One of the states that a loss of power at this moment may leave, put into an empty folder. Gives how many choices it had. */
export function writeState({ folders, files }: Moment, root: string, target: string, choose: Choose): void {
  const contents = new Map<File, Buffer>();
  const contentOf = (file: File) => {
    const known = contents.get(file) ?? chooseContent(files.get(file) ?? file, choose);
    contents.set(file, known);
    return known;
  };
  const write = (path: string) => {
    const folder = folders.get(path);
    const place = target + path.slice(root.length);
    mkdirSync(place, { recursive: true });
    const names: Names = new Map(folder?.durable);
    const pending = folder?.pending ?? [];
    for (const renaming of pending.slice(0, choose(pending.length + 1))) rename(names, renaming);
    for (const [name, what] of names) {
      if (what === 'folder') write(join(path, name));
      else writeFileSync(join(place, name), contentOf(what));
    }
  };
  write(root);
}

/** The certain bytes, then any beginning of what came since; of the last write some sectors, the rest cut or zeros. */
function chooseContent({ durable, pending }: { durable: Buffer; pending: readonly Change[] }, choose: Choose): Buffer {
  const whole = choose(pending.length + 1);
  const bytes = pending.slice(0, whole).reduce(change, durable);
  const next = pending[whole];
  if (next?.is !== 'write') return bytes;
  const firstEnd = sector - (next.at % sector);
  const ends = [0];
  for (let end = firstEnd; end < next.bytes.length; end += sector) ends.push(end);
  const end = ends[choose(ends.length)] ?? 0;
  const cut = change(bytes, { is: 'write', at: next.at, bytes: next.bytes.subarray(0, end) });
  const isZeroed = choose(2) === 1;
  return isZeroed ? resize(cut, Math.max(cut.length, next.at + next.bytes.length)) : end === 0 ? bytes : cut;
}

/** Every way to choose, in turn: calls `act` until all answers to all questions were given, or `most` times. */
export function chooseEverything(most: number, act: (choose: Choose) => Promise<void>): Promise<number> {
  const run = async () => {
    let path: { at: number; limit: number }[] = [];
    for (let count = 1; ; count += 1) {
      let depth = 0;
      const choose: Choose = (limit) => {
        const step = path[depth] ?? { at: 0, limit };
        path[depth] = step;
        depth += 1;
        return step.at;
      };
      await act(choose);
      path = path.slice(0, depth);
      while (path.length > 0 && (path.at(-1)?.at ?? 0) + 1 >= (path.at(-1)?.limit ?? 0)) path.pop();
      const last = path.at(-1);
      if (!last || count >= most) return count;
      path[path.length - 1] = { ...last, at: last.at + 1 };
    }
  };
  return run();
}
