import { type Figure, median, percentile } from './figure.ts';

type Work = () => unknown;

export async function timeMs(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export type Pair = { readonly ours: readonly number[]; readonly bare: readonly number[] };

/** Both in turn, each first every second time, so that what else the machine does meets both alike. */
export async function timeInTurn(times: number, ours: Work, bare: Work): Promise<Pair> {
  const took = { ours: [] as number[], bare: [] as number[] };
  for (let time = 0; time < times; time += 1) {
    if (time % 2 === 0) took.ours.push(await timeMs(ours));
    took.bare.push(await timeMs(bare));
    if (time % 2 === 1) took.ours.push(await timeMs(ours));
  }
  return took;
}

/** The median of the rounds' ratios: one disturbed round does not decide. */
export function compareRounds(name: string, rounds: readonly Pair[], percent: number, limit: number | null): Figure {
  const ratios = rounds.map(({ ours, bare }) => percentile(ours, percent) / percentile(bare, percent));
  const baseline = median(rounds.map(({ bare }) => percentile(bare, percent)));
  return { name, value: median(ratios), unit: '×', limit, baseline };
}
