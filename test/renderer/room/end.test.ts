import { describe, expect, it } from 'vitest';
import { chooseScene } from '#renderer/parts/room/choose-scene.ts';
import { artefactOf, viewOf } from './pictures.ts';

const cards = ['welcome', 'discuss', 'timer', 'sitrep', 'break', 'story', 'decision', 'end'] as const;
const question = { question: 'Who?', answer: null };
const decision = { question: 'What now?', owner: 'IC', openMinutes: 3, options: ['Wait'] };

describe('The end of play', () => {
  it.each(cards)('is in front of the room, whatever was there: %s', (show) => {
    const card = { show, minutes: 5, sinceMinutes: 1, until: null };
    for (const phase of ['ended', 'final'] as const) {
      const picture = viewOf({ phase, card, question, decision, artefact: artefactOf({}) });
      expect(picture.show === 'view' && chooseScene(picture.view).kind).toBe('end');
    }
  });

  it('does not lift a blank', () => {
    const picture = viewOf({ phase: 'ended', card: { show: 'blank', minutes: null, sinceMinutes: 0, until: null } });
    expect(picture.show === 'view' && chooseScene(picture.view).kind).toBe('blank');
  });
});
