import { services } from './guards.mjs';

const document = [services('saving/document-adapter')];
const faults = [services('saving/journal-faults')];
const adapter = 'services/saving/document-adapter.ts';
const files = 'services/saving/files.ts';

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const setAside = [
  {
    protection: 'quarantine copy',
    takenOut: 'of a damaged document',
    file: adapter,
    find: 'return quarantine(disk, quarantineFolder, basename(path), bytes).catch(',
    put: 'return Promise.resolve(quarantineFolder).catch(',
    tests: document,
  },
  {
    protection: 'quarantine copy',
    takenOut: 'is not on the disk before the tail is cut',
    file: files,
    find: 'await writeAll(handle, bytes, 0);\n    await handle.sync();',
    put: 'await writeAll(handle, bytes, 0);',
    tests: faults,
  },
  {
    protection: 'quarantine copy',
    takenOut: 'its name is not on the disk before the tail is cut',
    file: files,
    find: 'await syncFolder(disk, folder);\n    return path;',
    put: 'return path;',
    tests: faults,
  },
  {
    protection: 'quarantine copy',
    takenOut: 'one that a crash cut short is not synced',
    file: files,
    find: 'await syncFile(disk, path); // from an opening that a crash cut short',
    put: 'await null;',
    tests: [services('saving/power-cuts')],
  },
  {
    protection: 'quarantine copy',
    takenOut: 'another one of that name counts for it',
    file: files,
    find: 'else continue;',
    put: 'else await null;',
    tests: [services('saving/journal')],
  },
  {
    protection: 'quarantine copy',
    takenOut: 'before a damaged exercise goes on',
    file: 'services/saving/continue-journal.ts',
    find: 'if (bytes !== null) kept.push(',
    put: 'if (bytes === undefined) kept.push(',
    tests: [services('application/damaged-exercise')],
  },
  {
    protection: 'a lost workspace is not begun anew',
    takenOut: 'folders above are made',
    file: files,
    find: "await mkdir(folder, { mode: 0o700 });\n  } catch (problem) {\n    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return;",
    put: "await mkdir(folder, { mode: 0o700, recursive: true });\n  } catch (problem) {\n    if (problem instanceof Error && 'code' in problem && problem.code === 'EEXIST') return;",
    tests: [services('saving/whole-documents')],
  },
  {
    protection: 'a lost workspace is not called saved',
    takenOut: 'an open file need not be where it belongs',
    file: files,
    find: 'if (there?.ino !== own.ino || there.dev !== own.dev)',
    put: 'if (there?.ino === null)',
    tests: [services('application/lost-workspace')],
  },
];
