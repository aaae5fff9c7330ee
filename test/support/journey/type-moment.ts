import type { Facilitator } from './facilitator.ts';

/** Half past ten on 17 March 2099, as they are said. */
export async function typeMoment({ keys, tabTo }: Facilitator): Promise<void> {
  await tabTo(/^Date in the room/);
  await keys('17 Mar 2099');
  await tabTo(/^Time there/);
  await keys('1030');
}
