import type { PageFile } from '#services/pages/page-files.ts';

/** Sends one value as a line; the stream ends with its connection, and then `open`'s answer is called. */
export type Send = (value: unknown) => void;

/** `number`: of the last value. The same one in every stream, and what a stream begins with has that of the last. */
export type Stream = {
  readonly kind: 'stream';
  readonly number: () => number;
  readonly open: (send: Send) => () => void;
};

/** What lies at an address. Only a file is given without a token, and only what is asked can change anything. */
export type Route =
  | { readonly kind: 'file'; readonly load: () => Promise<PageFile> }
  | Stream
  | { readonly kind: 'ask'; readonly answer: (input: unknown) => Promise<unknown> };

export type Routes = ReadonlyMap<string, Route>;

export const methodOf = { file: 'GET', stream: 'GET', ask: 'POST' } as const satisfies Record<Route['kind'], string>;
