import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { captured, makeJournal, openBenchJournal } from '../bench/journals.ts';
import { measureWorstPause } from '../support/faults/capture-sessions.ts';
import { countTrials, isDeep } from '../support/faults/count-trials.ts';

const trials = countTrials('19', import.meta.filename, 1);

/** Generous: machines are shared, and `npm run bench` holds the real limits. */
const slack = 4;

describe('Row 19, long exercises, as far as saving goes', { timeout: 600_000 }, () => {
  it.each(isDeep ? [10_000, 100_000] : [10_000])(
    'of %i events open, verify and go on as fast as short ones',
    async (count) => {
      const folder = await makeJournal(count);
      const started = performance.now();
      const { events, journal, readOnly } = await openBenchJournal(folder);
      const opened = performance.now() - started;
      expect([events.length, readOnly]).toEqual([count, null]);
      expect(opened).toBeLessThan((count === 10_000 ? 300 : 2_000) * slack);
      const parsing = performance.now();
      for (const line of (await readFile(join(folder, 'journal-0001.jsonl'), 'utf8')).trimEnd().split('\n'))
        JSON.parse(line);
      expect(opened).toBeLessThan((performance.now() - parsing) * 2.5 * slack);
      const worst = await measureWorstPause(async () => {
        for (let seq = count + 1; seq <= count + 50; seq += 1) await journal.append([captured(seq)]);
      });
      expect(worst).toBeLessThan(100 * slack);
      await journal.close();
      const verifying = performance.now();
      expect(await verifyJournal(folder)).toMatchObject({ damage: [{ kind: 'other_exercise' }] }); // its folder has any name
      expect(performance.now() - verifying).toBeLessThan((count === 10_000 ? 300 : 1_500) * slack);
      trials.count('journals');
    },
  );
});
