import { type Disk, type OpenHandle, realDisk } from '#services/saving/files.ts';

export type DiskCall = 'open' | 'write' | 'datasync' | 'sync' | 'stat' | 'truncate' | 'close' | 'rename' | 'unlink';

type Faults = {
  /** Called before each call; what it throws is what the disk reports. */
  before?: (call: DiskCall, path: string) => void | Promise<void>;
  /** How many of the bytes given the next write takes. */
  takes?: (length: number) => number;
  readonly under?: Disk;
};

/** Real files, with faults where the test wants them. The faults may be changed while files are open. */
export function createFaultyDisk(faults: Faults): Disk {
  const { under = realDisk } = faults;
  const before = async (call: DiskCall, path: string) => faults.before?.(call, path);
  return {
    open: async (path, flags, mode) => {
      await before('open', path);
      const handle = await under.open(path, flags, mode);
      const passOn =
        <Args extends readonly unknown[], Result>(call: DiskCall, real: (...args: Args) => Promise<Result>) =>
        async (...args: Args) => {
          await before(call, path);
          return real(...args);
        };
      return {
        write: passOn('write', (bytes: Uint8Array, offset: number, length: number, position: number) =>
          handle.write(bytes, offset, faults.takes?.(length) ?? length, position),
        ),
        datasync: passOn('datasync', () => handle.datasync()),
        sync: passOn('sync', () => handle.sync()),
        stat: passOn('stat', () => handle.stat()),
        truncate: passOn('truncate', (length: number) => handle.truncate(length)),
        close: async () => {
          await handle.close();
          await before('close', path);
        },
      };
    },
    rename: async (from, to) => {
      await before('rename', from);
      return under.rename(from, to);
    },
    unlink: async (path) => {
      await before('unlink', path);
      return under.unlink(path);
    },
  };
}

/** For tests that open hundreds of journals and pull no plug. */
export const unsyncedDisk: Disk = {
  ...realDisk,
  open: async (path, flags, mode): Promise<OpenHandle> => {
    const handle = await realDisk.open(path, flags, mode);
    return {
      ...handle,
      datasync: async () => {},
      sync: async () => {},
    };
  },
};

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}
