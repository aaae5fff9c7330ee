import type { Live } from './live-context.tsx';

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
