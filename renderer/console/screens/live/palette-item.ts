import type { Live } from './live-context.tsx';

/** One line of the palette. */
export type Item = {
  readonly id: string;
  readonly name: string;
  /** What else people call it. */
  readonly words?: string | undefined;
  readonly hint: string;
  readonly run: () => void;
};

export type Needs = Pick<
  Live,
  | 'bridge'
  | 'exercise'
  | 'isScribe'
  | 'state'
  | 'listActs'
  | 'start'
  | 'select'
  | 'selected'
  | 'open'
  | 'cover'
  | 'pressM'
  | 'answerShown'
  | 'refuse'
>;
