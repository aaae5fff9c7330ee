import { openJournal } from '#services/saving/journal.ts';

// A process of its own that appends 200 captures and says each number once it is acknowledged; the test kills it somewhere.
const [folder = '.', scriptSha256 = ''] = process.argv.slice(2);
const { journal, events } = await openJournal({ folder, exercise: '2026-killed', scriptSha256 });
for (let seq = events.length + 1; seq <= events.length + 200; seq += 1) {
  const data = { observation: `OB${seq}`, text: `Observed ${seq}`, kind: 'fact' } as const;
  await journal.append([
    { seq, t: '2026-03-17T09:00:00.000Z', m: seq, s: 'child', type: 'observation_recorded', data },
  ]);
  process.stdout.write(`${seq}\n`);
}
await journal.close();
