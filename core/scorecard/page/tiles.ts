import type { Tile } from '../../report/document.ts';
import type { Scorecard } from '../scorecard.ts';
import { describeControls } from './tiles/controls-tile.ts';
import { describeDrift } from './tiles/drift-tile.ts';
import { describeExceptions } from './tiles/exceptions-tile.ts';
import { describeIncidents } from './tiles/incidents-tile.ts';
import { describePatching } from './tiles/patching-tile.ts';

/** The five figures of a month as people read them. Source: spec.md D.8. */
export function describeTiles(scorecard: Scorecard): readonly Tile[] {
  return [
    describeControls(scorecard.snapshot),
    describeIncidents(scorecard.snapshot),
    describeDrift(scorecard.snapshot),
    describeExceptions(scorecard.snapshot),
    describePatching(scorecard.snapshot),
  ];
}
