import { describe, expect, it } from 'vitest';
import { previewRelease } from '#core/exercise/views/console-view-preview.ts';
import { scriptView } from '#core/exercise/views/script-view.ts';
import { resolveScenario } from '#core/scenario/placeholders.ts';
import { setupFor } from '../../support/open-console.ts';
import { playedOf } from '../../support/play.ts';
import { quarterScripts, readQuarter } from '../../support/quarter-scripts.ts';

describe('What an inject looks like before there is an exercise', () => {
  it.each(quarterScripts)('is what the room will see once it is released: %s', async (name) => {
    const source = await readQuarter(name);
    const setup = { ...setupFor(source), organisation: { name: 'Wexcombe', time_zone: 'UTC' } };
    const state = playedOf(source, setup);
    const filled = resolveScenario(source, setup);
    if (!filled.ok) throw new Error('not filled');
    for (const inject of filled.scenario.injects) {
      for (const isAlreadyDone of [false, true]) {
        const { storyline_start } = filled.scenario;
        const drawn = scriptView(inject, { storyline_start, isAlreadyDone });
        const released = previewRelease(state, inject.id, {
          alreadyDone: isAlreadyDone && 'if_already' in inject,
          nowM: 0,
        });
        expect(drawn?.artefact ?? null, inject.id).toEqual(released?.artefact ?? null);
      }
    }
  });

  it('is nothing for named roles, and only who speaks where the facilitator reads', async () => {
    const { injects, storyline_start } = await readQuarter('q2-ransomware');
    const about = { storyline_start, isAlreadyDone: false };
    const [first] = injects;
    if (!first) throw new Error('no injects');
    expect(scriptView({ ...first, audience: 'named', named: ['IC'] }, about)).toBeNull();
    const read = scriptView({ ...first, audience: 'facilitator_reads' }, about);
    expect(read?.artefact).toMatchObject({ from: first.from, body: null, subject: null, to: null });
  });
});
