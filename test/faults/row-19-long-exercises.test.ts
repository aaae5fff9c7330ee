import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { captured, makeJournal, openBenchJournal } from '../bench/journals.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';

const trials = countTrials('19', import.meta.filename, 1);

/** How fast it is, `npm run bench` says. */
describe('Row 19, long exercises, as far as saving goes', { timeout: 600_000 }, () => {
  it.each(isDeep ? [10_000, 100_000] : [10_000])('of %i events open, go on and verify', async (count) => {
    const folder = await makeJournal(count);
    const { events, journal, readOnly } = await openBenchJournal(folder);
    expect([events.length, readOnly]).toEqual([count, null]);
    for (let seq = count + 1; seq <= count + 50; seq += 1) await journal.append([captured(seq)]);
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ ok: true, events: count + 50 });
    trials.count('journals');
  });
});
