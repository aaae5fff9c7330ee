import { services } from './guards.mjs';

const lock = [services('saving/workspace-lock')];
const holding = 'services/saving/hold-folder.ts';
const journal = 'services/saving/journal.ts';

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const oneWriter = [
  {
    protection: 'lock',
    takenOut: 'whoever asks has it',
    file: holding,
    find: 'const outcome = await listen(server, address);',
    put: "const outcome = await listen(server, address).then(() => 'held');",
    tests: lock,
  },
  {
    protection: 'lock',
    takenOut: 'another path to the folder is another lock',
    file: holding,
    find: '[path, onDisk]',
    put: '[path]',
    tests: lock,
  },
  {
    protection: 'lock',
    takenOut: 'another folder in its place is another lock',
    file: holding,
    find: '[path, onDisk]',
    put: '[onDisk]',
    tests: lock,
  },
  {
    protection: 'lock',
    takenOut: 'the application opens without it',
    file: 'services/application/application.ts',
    find: 'if (!lock.ok) return lock;',
    put: 'if (!lock.ok) Object.assign(lock, { value: { release: async () => {} } });',
    tests: [services('application/one-writer')],
  },
  {
    protection: 'lock',
    takenOut: '`muster play` writes without it',
    file: 'services/exercise/play-exercise.ts',
    find: 'if (!lock.ok) return tell(lock);',
    put: 'if (!lock.ok) return playHeld(asked, material, made.value);',
    tests: [services('application/one-writer')],
  },
  {
    protection: 'one process writes an exercise',
    takenOut: 'it is written although another one has it',
    file: journal,
    find: "'holder' in held ? tellHolder(held) : ",
    put: '',
    tests: [services('application/two-workspaces')],
  },
  {
    protection: 'one process writes an exercise',
    takenOut: 'notes are written beside it all the same',
    file: 'services/application/live-exercise.ts',
    find: 'if (this.readOnly() !== null) return; // nothing on the disk is touched',
    put: '',
    tests: [services('application/two-workspaces')],
  },
  {
    protection: 'one process writes an exercise',
    takenOut: 'damaged, it goes on although another one has it',
    file: 'services/saving/continue-journal.ts',
    find: "if ('holder' in held) throw new Error(tellHolder(held));",
    put: '',
    tests: [services('application/two-workspaces')],
  },
  {
    protection: 'one process writes an exercise',
    takenOut: 'what another one added since it was read is not looked for',
    file: journal,
    find: '(await findChange(needs)) ?? ',
    put: '',
    tests: [services('application/two-workspaces')],
  },
];
