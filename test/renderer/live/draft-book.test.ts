import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleBridge } from '#contract/console.ts';
import { createDraftBook } from '#renderer/state/draft-book.ts';

type Saved = Parameters<ConsoleBridge['save_draft']>[0];

let saved: Saved[];
beforeEach(() => {
  saved = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

function openBook() {
  const save_draft = async (draft: Saved) => {
    saved.push(draft);
    return { ok: true, value: {} };
  };
  return createDraftBook({ save_draft } as unknown as ConsoleBridge, '2026-q2', {});
}

describe('A draft', () => {
  it('is saved within half a second of the last key, once', () => {
    const book = openBook();
    book.write('gap', 'h');
    book.write('gap', 'ha');
    vi.advanceTimersByTime(500);
    expect(saved).toEqual([{ exercise: '2026-q2', form: 'gap', draft: 'ha' }]);
  });

  it('is saved while keys keep coming, never half a second behind them', () => {
    const book = openBook();
    for (let key = 1; key <= 60; key += 1) {
      book.write('gap', 'x'.repeat(key));
      vi.advanceTimersByTime(60);
      const behind = key - String(saved.at(-1)?.draft ?? '').length;
      expect(behind * 60).toBeLessThanOrEqual(360); // with the key that has just come
    }
  });

  it('is saved at once when the window goes', () => {
    const book = openBook();
    book.write('gap', 'half');
    book.flush();
    expect(saved).toEqual([{ exercise: '2026-q2', form: 'gap', draft: 'half' }]);
    vi.advanceTimersByTime(5_000);
    expect(saved).toHaveLength(1);
  });

  it('that was sent off is forgotten on the disk too, also one that still waited', () => {
    const book = openBook();
    book.write('gap', 'half');
    book.forget('gap');
    vi.advanceTimersByTime(5_000);
    expect(saved).toEqual([{ exercise: '2026-q2', form: 'gap', draft: null }]);
  });
});
