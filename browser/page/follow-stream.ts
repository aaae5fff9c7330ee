import { watchSilence } from './silence.ts';

/** Time without a sign of life after which the connection counts as lost; the shell gives one every three seconds. */
export const silenceMs = 9_000;
const pauseMs = 250;

/** A value with its number: the later, the higher, in every stream of a launch the same. */
export type Numbered = readonly [number: number, value: unknown];

export type Told = {
  readonly value: (value: Numbered) => void;
  /** `missed`: something may have been told while nobody listened. */
  readonly open: (missed: boolean) => void;
  readonly lost: () => void;
  /** At a sign of life that says nothing else. */
  readonly alive?: () => void;
  /** The token is not the one of this launch: there is nothing to wait for. */
  readonly refused: () => void;
};

type Followed = { readonly address: string; readonly token: string; readonly told: Told; readonly end?: AbortSignal };

/** Follows a stream of JSON lines until `end`, or as long as the page lives. Resolves after the first try, whatever came of it. */
export function followStream({ address, token, told, end = never }: Followed): Promise<void> {
  return new Promise((resolve) => {
    const keepOn = async () => {
      for (let attempt = 1; ; attempt += 1) {
        const open = () => {
          told.open(attempt > 1);
          resolve();
        };
        const outcome = await readOnce({ address, token, told, end }, open).catch(() => 'lost' as const);
        resolve();
        if (end.aborted) return;
        if (outcome === 'refused') return told.refused();
        told.lost();
        await new Promise((wake) => setTimeout(wake, pauseMs));
        if (end.aborted) return;
      }
    };
    void keepOn();
  });
}

const never = new AbortController().signal;

async function readOnce(
  { address, token, told, end }: Required<Followed>,
  open: () => void,
): Promise<'lost' | 'refused'> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, end]);
  const silence = watchSilence(() => over.abort());
  silence.wait(silenceMs);
  try {
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal });
    if (response.status === 401) return 'refused';
    if (!response.ok || !response.body) return 'lost';
    open();
    let rest = '';
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      silence.wait(silenceMs);
      const lines = (rest + decoder.decode(read.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      const values = lines.filter((line) => line !== '');
      if (values.length === 0) told.alive?.();
      for (const line of values) told.value(JSON.parse(line));
    }
    return 'lost';
  } finally {
    silence.stop();
    over.abort(); // whatever ended the reading, the connection does not stay open behind it
  }
}
