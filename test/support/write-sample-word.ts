// Prints the hashes of a post-mortem and of runbook changes: run twice to see that the bytes are the same.
import { hash } from 'node:crypto';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { end, gap, played, release } from './play.ts';

const state = played([0, release('Q1-010')], [1, gap()], [5, end]);
const head = 'a'.repeat(64);
const bytes = [await writeWord(buildPostMortem(state, head)), await writeWord(buildRunbookChanges(state, head))];
console.log(bytes.map((document) => hash('sha256', document)).join(' '));
