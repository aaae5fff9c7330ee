import { storeAnchor } from '#services/saving/anchor.ts';
import { unsyncedDisk as disk } from './fake-disks.ts';
import { observed, observedUpTo, openSample } from './journal-folder.ts';

// A process of its own that appends to a journal of 4,000 entries, each with its anchor, until it is killed.
const folder = process.argv[2] ?? '.';
const before = 4_000;
const { journal } = await openSample(folder, { disk });
await journal.append(observedUpTo(before));
for (let seq = before + 1; ; seq += 1) {
  await journal.append([observed(seq)]);
  await storeAnchor({ folder, disk }, { seq, h: journal.head() });
  if (seq === before + 1) process.stdout.write('writing\n');
}
