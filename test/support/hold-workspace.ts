import { lockWorkspace } from '#services/saving/workspace-lock.ts';

// A process of its own that holds a workspace until it is killed, and says so.
const lock = await lockWorkspace(process.argv[2] ?? '.', 'play');
process.stdout.write(lock.ok ? 'held\n' : `${lock.problem.message}\n`);
setInterval(() => {}, 1_000);
