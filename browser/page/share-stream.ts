import { followStream, silenceMs, type Told } from './follow-stream.ts';

/**
 * A browser opens six connections to one address at most, and a stream keeps one for ever: the sixth window would never load, and
 * nothing could be asked any more. So many windows have a stream of their own; the others are told by the first of them.
 */
const ownStreams = 3;
/** So long a window waits for the first one to say how things stand, before it takes a stream of its own after all. */
const answerMs = 3_000;

type Said =
  | { readonly say: 'asked' }
  | { readonly say: 'stands'; readonly values: readonly unknown[]; readonly isOpen: boolean }
  | { readonly say: 'value'; readonly value: unknown }
  | { readonly say: 'alive' | 'open' | 'lost' | 'refused' };

type Sharing = {
  readonly address: string;
  readonly token: string;
  readonly told: Told;
  /** Under which name a value is kept for a window that comes later; null: it is over once it was told. */
  readonly keyOf: (value: unknown) => string | null;
};

/** `followStream`, for as many windows of one browser as there are. Resolves once something, or nothing, was heard. */
export async function shareStream(sharing: Sharing): Promise<void> {
  const { address, token, told } = sharing;
  if (!('locks' in navigator)) return followStream(address, token, told);
  for (let place = 1; place <= ownStreams; place += 1) {
    if (await takePlace(sharing, place)) return place === 1 ? lead(sharing) : followStream(address, token, told);
  }
  return listen(sharing);
}

/** By launch: a tab of an earlier one keeps no place. */
const nameOf = ({ token }: Sharing, place: number) => `muster ${place} ${token}`;
const forEver = () => new Promise<never>(() => {});

/** Held for as long as the window lives. */
function takePlace(sharing: Sharing, place: number): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(nameOf(sharing, place), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : forEver();
    });
  });
}

function lead({ address, token, told, keyOf }: Sharing): Promise<void> {
  const channel = new BroadcastChannel(token);
  const say = (said: Said) => channel.postMessage(said);
  const standing = new Map<string, unknown>();
  let isOpen = false;
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.say === 'asked') say({ say: 'stands', values: [...standing.values()], isOpen });
  };
  const change = (now: 'open' | 'lost' | 'refused') => {
    isOpen = now === 'open';
    say({ say: now });
  };
  return followStream(address, token, {
    alive: () => say({ say: 'alive' }),
    value: (value) => {
      const key = keyOf(value);
      if (key !== null) standing.set(key, value);
      say({ say: 'value', value }); // the others first: to draw takes time
      told.value(value);
    },
    open: (missed) => {
      change('open');
      told.open(missed);
    },
    lost: () => {
      change('lost');
      told.lost();
    },
    refused: () => {
      change('refused');
      told.refused();
    },
  });
}

/** Told by the first window, and in its place as soon as that is closed; by a stream of its own where that one says nothing. */
function listen(sharing: Sharing): Promise<void> {
  const { address, token, told } = sharing;
  const channel = new BroadcastChannel(token);
  const missed = { ...told, open: () => told.open(true) };
  return new Promise((resolve) => {
    let isInformed = false;
    const waiting = new AbortController();
    const leave = () => {
      clearTimeout(silence);
      channel.close();
    };
    const goAlone = () => {
      leave();
      waiting.abort();
      if (isInformed) told.lost();
      void followStream(address, token, isInformed ? missed : told).then(resolve);
    };
    let silence = setTimeout(goAlone, answerMs);
    channel.onmessage = ({ data: said }: MessageEvent<Said>) => {
      if (isInformed) hearLater(said, told);
      else if (said.say === 'stands') {
        isInformed = true;
        hearFirst(said, told);
        resolve();
      }
      if (!isInformed) return;
      clearTimeout(silence);
      silence = setTimeout(goAlone, silenceMs);
    };
    channel.postMessage({ say: 'asked' } satisfies Said);
    const inItsPlace = () => {
      leave();
      void lead(isInformed ? { ...sharing, told: missed } : sharing).then(resolve);
      return forEver();
    };
    const { signal } = waiting;
    navigator.locks.request(nameOf(sharing, 1), { signal }, inItsPlace).catch(() => {}); // it went alone
  });
}

function hearFirst({ values, isOpen }: Said & { readonly say: 'stands' }, told: Told): void {
  told.open(false);
  for (const value of values) told.value(value);
  if (!isOpen) told.lost();
}

function hearLater(said: Said, told: Told): void {
  if (said.say === 'value') told.value(said.value);
  if (said.say === 'open') told.open(true);
  if (said.say === 'lost') told.lost();
  if (said.say === 'refused') told.refused();
}
