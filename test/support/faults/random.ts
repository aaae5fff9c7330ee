/** The seed of a run: named wherever a random trial fails, and given again by `FAULTS_SEED`. */
export const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 2_147_483_646) || 1;

/** Numbers below `limit`, the same for the same seed and name. */
export function createDice(name: string): (limit: number) => number {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647, seed) || 1;
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}
