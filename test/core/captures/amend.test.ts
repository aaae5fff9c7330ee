import { describe, expect, test } from 'vitest';
import { buildSetup, nothingBefore } from '#core/captures/build-setup.ts';
import { parseCaptures } from '#core/captures/parse-captures.ts';
import { playCaptures } from '#core/captures/play-captures.ts';
import { listStanding } from '#core/exercise/state.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

/** The last capture that stands, after an entry and its amendment. */
function amended(entry: object, changes: object): unknown {
  const { file, problems } = parseCaptures({
    scenario: sampleScenario.id,
    started: '2026-03-17T09:00:00Z',
    captures: [
      { at: 0, release: 'Q1-010' },
      { at: 5, ...entry },
      { at: 6, amend: 2, with: changes },
      { at: 9, end: true },
    ],
  });
  if (!file) return problems;
  const setup = buildSetup(file, {
    exercise: 'x',
    scenario: sampleScenario,
    sha256: 'none',
    before: nothingBefore,
    leftOut: [],
  });
  const played = playCaptures({ file, scenario: sampleScenario, setup, run: 'test', reserveActionId: () => 'AI-1' });
  if ('problem' in played) return played.problem;
  return listStanding(played.play.state).findLast(({ m }) => m === 5 * 60_000)?.data;
}

describe('An amendment', () => {
  test.each([
    ['observation', { observation: 'Nobody spoke' }, { observation: 'Two people spoke' }, { text: 'Two people spoke' }],
    ['observation, by its name in the record', { observation: 'x' }, { text: 'y' }, { text: 'y' }],
    ['parked item', { park: 'Badge readers' }, { park: 'Badges' }, { text: 'Badges' }],
    ['question', { question: 'Who owns it?' }, { question: 'Who pays?' }, { question: 'Who pays?' }],
  ])('corrects the text of an %s under the name the captures file gives it', (_, entry, changes, data) => {
    expect(amended(entry, changes)).toMatchObject(data);
  });

  test('empties a field that may be empty, and no other', () => {
    const entry = {
      gap: { title: 'Nobody may order isolation', when: 'at night', workaround: 'A manager was called' },
    };
    expect(amended(entry, { workaround: null })).not.toHaveProperty('workaround');
    expect(amended(entry, { workaround: null })).toHaveProperty('when', 'at night');
    expect(amended(entry, { title: null })).toMatchObject({ message: expect.stringContaining('title') });
  });

  test('without a field to change is refused', () => {
    expect(amended({ park: 'Badge readers' }, {})).toEqual([
      { path: ['captures', 2, 'with'], message: 'amend: with: found {}. Name at least one field and its new value.' },
    ]);
  });
});
