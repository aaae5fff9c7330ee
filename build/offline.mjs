// `npm run offline`: plays an exercise with the room open in a network of its own, whose only way out counts what takes it; exit 1
// when a single packet does. Linux, with `unshare` and `ip`; run outside `npm test`, because not every machine lets one do that.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';
import { orExplain, root, SetUpProblem, setUp } from './setup.mjs';
import { setUpChromium } from './setup-debian.mjs';

/** Everything that is not this machine goes to out0 and is counted there; whatever lies behind it answers nothing. */
const network = [
  'ip link set lo up',
  'ip link add out0 type veth peer name out1',
  'ip link set out0 addrgenmode none',
  'ip link set out1 addrgenmode none',
  'ip link set out1 up',
  'ip link set out0 up',
  'ip addr add 192.0.2.2/24 dev out0',
  'ip neigh add 192.0.2.1 lladdr 02:00:00:00:00:01 nud permanent dev out0',
  'ip route add default via 192.0.2.1 dev out0',
];

await orExplain(() => {
  const node = setUp();
  setUpChromium();
  buildWhenStale(node);
  const play = `exec "${node}" --disable-warning=ExperimentalWarning "${join(root, 'test/offline/run.ts')}"`;
  const script = `set -e\n${network.join('\n')}\n${play}`;
  const { status, error } = spawnSync('unshare', ['--map-root-user', '--net', 'sh', '-c', script], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) throw new SetUpProblem(`A network of its own could not be made: ${error.message}.`);
  process.exitCode = status ?? 1;
});
