import { holdExercise } from '#services/saving/exercise-lock.ts';

// A process of its own that holds an exercise until it is killed, and says so.
const held = await holdExercise(process.argv[2] ?? '.');
process.stdout.write('release' in held ? 'held\n' : `${held.holder}\n`);
setInterval(() => {}, 1_000);
