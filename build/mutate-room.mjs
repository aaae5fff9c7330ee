// `npm run mutate:room -- [--write] [WORD…]`: takes out every protection of what the room may see, one at a time, and shows which
// test notices; exit 1 when none does.
import { roomLeaks } from './mutations/room-leaks.mjs';
import { roomSafety } from './mutations/room-safety.mjs';
import { runMutations } from './mutations/run-mutations.mjs';

await runMutations([...roomLeaks, ...roomSafety], 'room-mutations');
