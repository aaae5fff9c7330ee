import type { Block } from '../../document.ts';

const terms: readonly (readonly [term: string, means: string])[] = [
  ['P, S, M, U, N', 'performed without, with some, with major challenges; unable to be performed; not exercised'],
  ['Not observed', 'the inject was released and nothing was recorded either way; never counted as failed'],
  ['Inject', 'one thing that happens in the story, released by the facilitator'],
  ['Cue', 'an inject that a real team could notice'],
  ['Critical task', 'an expected action or a decision that shows whether an objective was reached'],
  ['T+', 'minutes of play since the start, pauses left out'],
  ['Storyline time', 'date and time inside the story'],
  ['Decision latency', 'from the moment a decision was opened to the first choice made'],
  ['Gap', 'what a plan or arrangement did not provide; strength, what it did'],
  ['Critical gap', 'in a real event a missed legal duty, uncontrolled spread or no way to recover was likely'],
  ['High gap', 'the objective was reached only by improvisation, or in more than twice the target time'],
  ['Medium, low gap', 'delay or confusion of limited effect; polish'],
  ['Legal clock', 'a duty under law or contract with a time to tell somebody; an exercise aid, not legal advice'],
  ['REAL WORLD', 'the stop word: something real has happened'],
];

/** Appendix F. */
export function writeGlossary(): readonly Block[] {
  return [
    { is: 'appendix', letter: 'F', text: 'Glossary' },
    { is: 'card', rows: terms },
  ];
}
