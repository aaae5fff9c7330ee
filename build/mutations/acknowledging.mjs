import { services } from './guards.mjs';

const faults = [services('saving/journal-faults')];
const commit = 'services/saving/group-commit.ts';
const session = 'services/exercise/exercise-session.ts';

/** @type {readonly import('./try-mutations.mjs').Mutation[]} */
export const acknowledging = [
  {
    protection: 'acknowledged only after the disk has it',
    takenOut: 'the waiting for the writer',
    file: commit,
    find: 'await writer.append(events);',
    put: 'writer.append(events).catch(() => {});',
    tests: faults,
  },
  {
    protection: 'queue order',
    takenOut: 'what waits behind a failure is saved all the same',
    file: commit,
    find: 'const lost = [...batch, ...waiting];\n      waiting = [];',
    put: 'const lost = batch;',
    tests: [services('saving/power-cuts')],
  },
  {
    protection: 'queue order',
    takenOut: 'two batches are written at the same time',
    file: commit,
    find: 'draining ??= drain();',
    put: 'draining = drain();',
    tests: faults,
  },
  {
    protection: 'queue order',
    takenOut: 'a command is decided before the one ahead of it is saved',
    file: session,
    find: 'return enqueue(() => take(command, press));',
    put: 'return take(command, press);',
    tests: [services('exercise/command-queue')],
  },
  {
    protection: 'nothing is shown that is not saved',
    takenOut: 'state and windows move before the disk',
    file: session,
    find: 'try {\n      await journal.append(events);',
    put: 'state = events.reduce(evolve, state);\n    try {\n      tell(events);\n      await journal.append(events);',
    tests: [services('exercise/command-queue')],
  },
  {
    protection: 'what could not be read again is refused',
    takenOut: 'the check before writing',
    file: commit,
    find: 'if (problem !== null) return Promise.reject(new NotSaved(problem));',
    put: '',
    tests: [services('saving/journal')],
  },
  {
    protection: 'closing waits for what is being saved',
    takenOut: 'the waiting',
    file: 'services/saving/journal.ts',
    find: 'await queue.finish();',
    put: '',
    tests: [services('saving/power-cuts')],
  },
];
