import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';

const script = 'q2-ransomware';
const exercise = '2026-q2-ransomware';

/** How many lines of the journal stand there, at each moment at which the exercise has its name. */
function countLines(exercises: string): readonly number[] {
  return readdirSync(exercises)
    .filter((name) => name === exercise)
    .map((name) => {
      const names = readdirSync(join(exercises, name));
      if (!names.includes('journal-0001.jsonl')) return 0;
      return readFileSync(join(exercises, name, 'journal-0001.jsonl'), 'utf8').split('\n').length - 1;
    });
}

describe('A start that is cut short', () => {
  it('leaves no exercise: it has its name only once its first entry is on the disk', async () => {
    const workspace = await newWorkspace();
    const { ask, close } = await openMuster(workspace, handClock().clock);
    need(await ask.fill_plan({ script }));
    const seen: number[] = [];
    let isBegun = false;
    const begun = ask.start_exercise({ script }).finally(() => {
      isBegun = true;
    });
    while (!isBegun) {
      seen.push(...countLines(join(workspace, 'exercises')));
      await nextTurn();
    }
    expect(need(await begun).exercise).toBe(exercise);
    seen.push(...countLines(join(workspace, 'exercises')));
    expect(new Set(seen)).toEqual(new Set([2])); // header and first entry
    await close();
  });

  it('is shown nowhere and stands in no other start’s way', async () => {
    const workspace = await newWorkspace();
    const exercises = join(workspace, 'exercises');
    const gone = 1_073_741_824;
    const mine = `.${exercise}`;
    for (const name of [mine, `${mine}.${gone}-${randomUUID()}.tmp`]) {
      await mkdir(join(exercises, name), { recursive: true });
      await writeFile(join(exercises, name, 'script.yaml'), 'half a scr');
    }
    const { ask, close } = await openMuster(workspace, handClock().clock);
    expect(need(await ask.load_programme({})).exercises).toEqual([]);
    expect(need(await ask.start_exercise({ script })).exercise).toBe(exercise);
    expect(await readdir(exercises)).toEqual([mine, exercise]); // only what Muster made is removed
    await close();
  });
});
