import type { Snapshot } from '#core/scorecard/snapshot.ts';

/** The snapshot for other programs, in the shape of `snapshotSchema`: every figure, those the page holds back too. */
export function writeScorecardJson(snapshot: Snapshot): string {
  return `${JSON.stringify(snapshot, null, 2)}\n`;
}
