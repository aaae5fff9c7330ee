import type { Block, Words } from '../../report/document.ts';
import { compareNumbers, listNumbers, type NamedNumber } from '../changed-numbers.ts';
import { flagWords, redFirst } from '../page/flag-words.ts';
import { tellDefinitions, tellReadiness } from '../page/foot-notes.ts';
import { writeSentence } from '../page/sentence.ts';
import { describeTiles } from '../page/tiles.ts';
import { chooseUrgent, daysWords } from '../page/urgent-exceptions.ts';
import type { Scorecard } from '../scorecard.ts';
import { tileRows } from './deciding-rows.ts';
import type { MonthView, ShownTile, UrgentException } from './month-view.ts';
import { tileNames } from './question.ts';

const mostUrgent = 5;
const longestTitle = 120;

/** All that a window draws of a month; its rows come when they are asked for. `corrected`: the numbers of the revision it corrects. */
export function describeMonth(scorecard: Scorecard, corrected: readonly NamedNumber[] = []): MonthView {
  const { snapshot } = scorecard;
  const { period, organisation, tlp, revision, reason, asks, caveats, sources, settings } = snapshot;
  return {
    ...{ period, organisation, tlp, revision, reason, asks, caveats, sources },
    publishedAt: snapshot.published_at,
    publishedBy: snapshot.published_by,
    publishedBecause: snapshot.published_because,
    sentence: { words: writeSentence(snapshot), isWritten: (snapshot.sentence?.trim() ?? '') !== '' },
    tiles: showTiles(scorecard),
    urgent: listUrgent(scorecard),
    readiness: wordsOf(tellReadiness(snapshot, longestTitle)),
    definitions: wordsOf(tellDefinitions(scorecard, 'long')),
    settingsVersion: settings.version,
    changed: compareNumbers(corrected, listNumbers(snapshot.figures)),
  };
}

const wordsOf = (block: Block): Words => (block.is === 'page_note' ? block.words : '');

export function showTiles(scorecard: Scorecard): readonly ShownTile[] {
  const words = describeTiles(scorecard);
  return tileNames.flatMap((tile, at) => {
    const said = words[at];
    if (!said) return [];
    const numbers = tileRows(scorecard, tile)?.numbers ?? [];
    return [
      {
        tile,
        words: said,
        numbers: numbers.map(({ ask, value, words }) => ({ question: `${tile}.${ask}` as const, value, words })),
      },
    ];
  });
}

function listUrgent({ listed, snapshot }: Scorecard): MonthView['urgent'] {
  if (listed === null) return null;
  const expiring = snapshot.settings.exceptions.expiring_within_days;
  const chosen = new Set(chooseUrgent(listed, mostUrgent));
  const list = listed
    .filter((one) => chosen.has(one))
    .map((one): UrgentException => {
      const { exception, redFlags } = one;
      return {
        id: exception.exception_id,
        title: exception.title,
        owner: exception.owner,
        daysLeft: daysWords(one),
        flags: redFirst(one).map((flag) => flagWords(flag, expiring)),
        isRed: redFlags.length > 0,
      };
    });
  return { list, total: listed.length };
}
