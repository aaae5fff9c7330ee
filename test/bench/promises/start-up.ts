import type { Figure } from '../figure.ts';
import { muster, run } from '../processes.ts';
import { compareRounds, type Pair, timeInTurn } from '../time.ts';

const rounds = 15;

/** Help is there before one wonders whether it will come. */
export async function measure(): Promise<readonly Figure[]> {
  const measured: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    measured.push(
      await timeInTurn(
        2,
        () => run([muster, '--help']),
        () => run(['-e', '0']),
      ),
    );
  }
  return [compareRounds('muster --help over node -e 0', measured.slice(1), 50, 3)];
}
