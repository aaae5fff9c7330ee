import type { Numbered, Told } from './follow-stream.ts';
import type { KeyOf } from './told-once.ts';

/** From window to window; `place`: of the one that says it. */
export type Said =
  | { readonly say: 'asked' }
  | {
      readonly say: 'stands';
      readonly place: number;
      readonly values: readonly Numbered[];
      readonly isOpen: boolean;
    }
  | { readonly say: 'value'; readonly place: number; readonly value: Numbered }
  | { readonly say: 'alive' | 'open' | 'lost' | 'refused'; readonly place: number };

/** So much later than the place before it a window says what nobody has said until then. */
const turnMs = 50;
/** Longer than the shell's three seconds between two signs of life: who is silent so long says nothing any more. */
const quietMs = 3_500;

type Speaking = { readonly place: number; readonly say: (said: Said) => void; readonly keyOf: KeyOf };
export type Speaker = { readonly told: Required<Told>; readonly hear: (said: Said) => void };

/**
 * What a window with a stream says to those without one. The first place says everything at once, also what others have said: a
 * window may have come after that. Each further place says, in its turn, only what is missing.
 */
export function createSpeaker({ place, say, keyOf }: Speaking): Speaker {
  const isFirst = place === 1;
  const standing = new Map<string, Numbered>();
  const newestSaid = new Map<string | null, number>();
  const heard = { answers: 0, opens: 0, at: performance.now() };
  let isOpen = false;

  const inTurn = (act: () => void) => (isFirst ? act() : void setTimeout(act, (place - 1) * turnMs));
  const isSaid = ([number, value]: Numbered) => number <= (newestSaid.get(keyOf(value)) ?? -1);
  const note = (numbered: Numbered) => {
    if (!isSaid(numbered)) newestSaid.set(keyOf(numbered[1]), numbered[0]);
  };
  const sayStanding = () => say({ say: 'stands', place, values: [...standing.values()], isOpen });
  const answer = () => {
    const { answers } = heard;
    inTurn(() => {
      if (isFirst || (isOpen && heard.answers === answers)) sayStanding();
    });
  };
  const hearStanding = (values: readonly Numbered[]) => {
    values.forEach(note);
    // Said by a window that stood still: who asked must not be left with it.
    if (isOpen && newestOf(values) < newestOf([...standing.values()])) sayStanding();
  };

  return {
    hear: (said) => {
      if (said.say === 'asked' || said.say === 'lost') return answer(); // where the first has lost its stream, another may have one
      if (said.say === 'stands') hearStanding(said.values);
      if (said.say === 'value') note(said.value);
      if (said.say === 'open') heard.opens += 1;
      if (said.say === 'stands' && said.isOpen) heard.answers += 1;
      if (isWell(said)) heard.at = performance.now();
    },
    told: {
      value: (value) => {
        const key = keyOf(value[1]);
        if (key !== null) standing.set(key, value);
        inTurn(() => {
          if (!isFirst && isSaid(value)) return;
          note(value);
          say({ say: 'value', place, value });
        });
      },
      alive: () => {
        if (isFirst || performance.now() - heard.at > quietMs) say({ say: 'alive', place });
      },
      open: (missed) => {
        isOpen = true;
        const { opens } = heard;
        const isUnsaid = () => isFirst || (missed && heard.opens === opens);
        inTurn(() => isUnsaid() && say({ say: 'open', place }));
      },
      lost: () => {
        isOpen = false;
        if (isFirst) say({ say: 'lost', place });
      },
      refused: () => {
        isOpen = false;
        if (isFirst) say({ say: 'refused', place });
      },
    },
  };
}

/** Whether it comes from a window whose stream is open. */
export function isWell(said: Said): boolean {
  return said.say === 'value' || said.say === 'alive' || said.say === 'open' || (said.say === 'stands' && said.isOpen);
}

const newestOf = (values: readonly Numbered[]) => Math.max(-1, ...values.map(([number]) => number));

/** The others first: to draw takes time. */
export function tellBoth(others: Required<Told>, own: Told): Told {
  return {
    alive: others.alive,
    value: (value) => {
      others.value(value);
      own.value(value);
    },
    open: (missed) => {
      others.open(missed);
      own.open(missed);
    },
    lost: () => {
      others.lost();
      own.lost();
    },
    refused: () => {
      others.refused();
      own.refused();
    },
  };
}
