import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHearer } from '#browser/page/hearer.ts';
import { createSpeaker, type Said } from '#browser/page/speaker.ts';
import { createToldOnce } from '#browser/page/told-once.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const keyOf = () => 'picture';

function speakFrom(place: number) {
  const said: Said[] = [];
  const speaker = createSpeaker({ place, keyOf, say: (one) => said.push(one) });
  speaker.told.open(false);
  said.length = 0;
  const sayings = () => {
    vi.advanceTimersByTime(1_000);
    return said.splice(0);
  };
  return { ...speaker, sayings };
}

const value = (place: number, number: number): Said => ({ say: 'value', place, value: [number, `${number}`] });
const stands = (place: number, number: number): Said => ({
  say: 'stands',
  place,
  values: [[number, `${number}`]],
  isOpen: true,
});

describe('A window with a stream that is not the first', () => {
  it('says what the first one did not, and nothing that it did', () => {
    const second = speakFrom(2);
    second.told.value([1, '1']);
    second.hear(value(1, 1));
    second.told.value([2, '2']);
    expect(second.sayings()).toEqual([value(2, 2)]);
  });

  it('gives a sign of life while nobody else does', () => {
    const second = speakFrom(2);
    second.told.alive();
    expect(second.sayings()).toEqual([]);
    vi.advanceTimersByTime(3_000);
    second.told.alive();
    expect(second.sayings()).toEqual([{ say: 'alive', place: 2 }]);
    second.hear({ say: 'alive', place: 1 });
    second.told.alive();
    expect(second.sayings()).toEqual([]);
  });

  it('answers where the first one does not, or has lost its stream', () => {
    const second = speakFrom(2);
    second.told.value([1, '1']);
    second.hear(value(1, 1));
    for (const asked of [{ say: 'asked' }, { say: 'lost', place: 1 }] as const) {
      second.hear(asked);
      expect(second.sayings()).toEqual([stands(2, 1)]);
      second.hear(asked);
      second.hear(stands(1, 1));
      expect(second.sayings()).toEqual([]);
    }
    second.told.lost();
    second.hear({ say: 'asked' });
    expect(second.sayings()).toEqual([]);
  });

  it('corrects an answer that is older than what it was told', () => {
    const second = speakFrom(2);
    second.told.value([2, '2']);
    second.hear(value(1, 2));
    second.hear(stands(1, 1));
    expect(second.sayings()).toEqual([stands(2, 2)]);
  });
});

describe('The first window', () => {
  it('says also what another has said: a window may have come after that', () => {
    const first = speakFrom(1);
    first.hear(value(2, 2));
    first.told.value([2, '2']);
    expect(first.sayings()).toEqual([value(1, 2)]);
  });
});

describe('A window without a stream', () => {
  function listen() {
    const told: unknown[] = [];
    const tell = (word: string) => () => told.push(word);
    const window = {
      value: (one: unknown) => told.push(one),
      open: tell('open'),
      lost: tell('lost'),
      refused: () => {},
    };
    return { told, hear: createHearer(createToldOnce(window, keyOf)) };
  }

  it('takes nothing twice, and nothing that is older', () => {
    const { told, hear } = listen();
    for (const said of [stands(1, 1), value(2, 3), value(3, 3), value(1, 2), value(1, 3), stands(1, 2)]) hear(said);
    expect(told).toEqual(['open', '1', '3']);
  });

  it('draws nothing before it is told how things stand, and ends with the newest it has heard', () => {
    const { told, hear } = listen();
    hear(value(2, 2));
    expect(told).toEqual([]);
    hear(stands(1, 1));
    expect(told.at(-1)).toBe('2');
  });

  it('is back as soon as anybody speaks', () => {
    const { told, hear } = listen();
    for (const said of [stands(1, 1), { say: 'lost', place: 1 }, value(2, 2)] as const) hear(said);
    expect(told).toEqual(['open', '1', 'lost', 'open', '2']);
  });
});
