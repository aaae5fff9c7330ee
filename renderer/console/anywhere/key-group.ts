export type KeyGroup = {
  readonly title: string;
  readonly rows: readonly (readonly [key: string, words: string])[];
};
