import type { Chain } from './log.ts';
import type { Topic } from './topics.ts';

/** By topic, what was not undone or withdrawn, newest first; in the order in which the topics came up. */
export type Standing = Pick<ReadonlyMap<Topic, Chain>, 'get' | 'has'> & Iterable<[Topic, Chain]>;

const mostRecent = 200;

/** A map that costs the same to copy after ten events and after a hundred thousand: only what is recent in it is copied. */
export class StandingDraft implements Standing {
  #settled: ReadonlyMap<Topic, Chain>;
  #recent: Map<Topic, Chain>;

  private constructor(settled: ReadonlyMap<Topic, Chain>, recent: Map<Topic, Chain>) {
    this.#settled = settled;
    this.#recent = recent;
  }

  static copyOf(standing: Standing): StandingDraft {
    if (standing instanceof StandingDraft && standing.#recent.size <= mostRecent)
      return new StandingDraft(standing.#settled, new Map(standing.#recent));
    return new StandingDraft(new Map(standing), new Map());
  }

  get(topic: Topic): Chain | undefined {
    return this.#recent.get(topic) ?? this.#settled.get(topic);
  }

  has(topic: Topic): boolean {
    return this.#recent.has(topic) || this.#settled.has(topic);
  }

  set(topic: Topic, chain: Chain): void {
    this.#recent.set(topic, chain);
  }

  delete(topic: Topic): void {
    if (this.#settled.has(topic)) {
      const settled = new Map(this);
      settled.delete(topic);
      this.#settled = settled;
      this.#recent = new Map();
    } else this.#recent.delete(topic);
  }

  *[Symbol.iterator](): Generator<[Topic, Chain]> {
    for (const [topic, chain] of this.#settled) yield [topic, this.#recent.get(topic) ?? chain];
    for (const [topic, chain] of this.#recent) if (!this.#settled.has(topic)) yield [topic, chain];
  }
}
