import type { Exception } from '../scorecard/files/file-kinds.ts';
import type { Snapshot } from '../scorecard/snapshot.ts';
import { type Decision, dayOfDecision, type Entry } from './decision.ts';
import { listTold, markInFile, standingOf } from './decision-standing.ts';

/** Decisions that stand and that the month's file does not say yet, as its scorecard keeps them beside the list. */
export function listDecisionsBeside(
  entries: readonly Entry[],
  exceptions: readonly Exception[],
  asOf: string,
): NonNullable<Snapshot['decisions']> {
  return exceptions.flatMap((row) => {
    const entry = standingOf(listTold(entries, row.exception_id));
    if (entry === null || markInFile(entry, row, asOf) !== 'not_yet') return [];
    const { said, told_on } = entry;
    return [
      {
        exception: row.exception_id,
        decided_on: told_on,
        decision: said.is,
        until: dayOfDecision(said),
        by: whoOf(said),
      },
    ];
  });
}

/** Who approved, does it, or is asked. */
function whoOf(said: Decision): string | null {
  switch (said.is) {
    case 'renew':
      return said.approver;
    case 'fix':
      return said.by;
    case 'escalate':
      return said.to;
    case 'retire':
      return null;
  }
}
