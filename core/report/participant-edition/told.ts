import type { WithoutNames } from '../../names/without-names.ts';
import type { Facts } from '../facts.ts';

/** `said` takes names out: every text of a person or a script goes through it. */
export type Told = { readonly facts: Facts; readonly said: WithoutNames };
