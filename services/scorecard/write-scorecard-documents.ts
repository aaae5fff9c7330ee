import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, type Outcome } from '#core/outcome.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import { type Found, isOwnOutput } from '../export/is-own-output.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { cancelled } from '../export/write-documents.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { isOwnPoam, poamName, writePoam } from './poam-json.ts';
import { type Proposed, proposedName } from './read-discovery.ts';
import { scorecardNames } from './scorecard-names.ts';
import { scorecardWriters } from './scorecard-writers.ts';

type Needs = {
  readonly scorecard: Scorecard;
  readonly out: string;
  /** Else what the settings say. */
  readonly paper?: PaperSize | undefined;
  /** `poam.json` too; one of an earlier set goes where it is not asked for. */
  readonly oscal?: boolean;
  /** Rows of drift to be reviewed, beside the documents; those of an earlier set stay where none are given: somebody may be at them. */
  readonly proposed?: Proposed | null;
  readonly disk?: Disk;
  /** Told after each document that was composed. */
  readonly progress?: (done: number, total: number) => void;
  /** Aborted while documents are composed, it leaves the set that was there. */
  readonly signal?: AbortSignal | undefined;
};

/** A plan of action holds what OSCAL has a place for, so it is known by its remarks. */
const isOurs = (found: Found) =>
  found.name === poamName ? isOwnPoam(Buffer.from(found.bytes).toString('utf8')) : isOwnOutput(found);

/** Writes every document of a month: the whole set, or what was there before. Gives the names written. */
export async function writeScorecardDocuments(needs: Needs): Promise<Outcome<readonly string[]>> {
  const {
    scorecard,
    out,
    paper = scorecard.snapshot.settings.paper,
    oscal = false,
    proposed = null,
    disk = realDisk,
    progress = () => {},
    signal,
  } = needs;
  const documents = new Map<string, string | Uint8Array>();
  for (const [at, name] of scorecardNames.entries()) {
    documents.set(name, await scorecardWriters[name]({ scorecard, paper }));
    progress(at + 1, scorecardNames.length);
    await nextTurn(); // or nobody could stop it
    if (signal?.aborted) return fail(cancelled);
  }
  if (oscal) documents.set(poamName, writePoam(scorecard));
  if (proposed !== null) documents.set(proposedName, proposed.text);
  const staged = await stageDocuments(disk, out, documents, { gone: oscal ? [] : [poamName], isOurs });
  if (!staged.ok) return staged;
  if (!signal?.aborted) return staged.value.put();
  await staged.value.discard();
  return fail(cancelled);
}
