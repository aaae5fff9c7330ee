import { listSitreps } from '../../exercise/views/console-view-time.ts';
import { storyTime } from '../../local-time.ts';
import { type Block, type Cell, note, quiet } from '../../report/document.ts';
import { titleOf } from '../../report/script-words.ts';
import { pieceNames } from '../../report/term-words.ts';
import type { Pack, Played } from '../pack.ts';
import { wayOut } from './ways.ts';

/** `isFolded`: whoever plays along learns neither titles nor for whom. */
export function writeRunningOrder(pack: Pack, isFolded: boolean): readonly Block[] {
  const { scenario, setup, played, state } = pack;
  const rows = [
    ...played.map((row) => ({ minute: row.minute, cells: injectRow(pack, row, isFolded) })),
    ...listSitreps(state).map(({ minute }) => ({ minute, cells: sitrepRow(minute) })),
    {
      minute: setup.plan.length_min,
      cells: [
        `T+${setup.plan.length_min}`,
        '',
        'Play ends. Hot wash, then the feedback form',
        `${scenario.hotwash_min} min`,
        '',
      ],
    },
  ].toSorted((a, b) => a.minute - b.minute);
  return [
    {
      is: 'statement',
      words:
        'Minutes of play; pauses do not count. Nothing goes out by itself: release, hold or skip as the room needs it. Options of a decision are read out only if you choose to; then the capture sheet says so.',
    },
    {
      is: 'table',
      caption: null,
      look: 'tight',
      columns: [
        { head: 'Minute', width: 780 },
        { head: 'Story', width: 1200 },
        { head: 'Inject', width: 3480 },
        { head: 'How', width: 2700 },
        { head: 'Released at', width: 1200 },
      ],
      rows: rows.map(({ cells }) => cells),
    },
    ...(isFolded ? [] : writeLeftOut(pack)),
  ];
}

function injectRow(pack: Pack, { inject, minute, ownMinutes }: Played, isFolded: boolean): readonly Cell[] {
  const { id, title, channel, storyline_time, priority } = inject;
  const facts = `${id} · ${ownMinutes} min${priority === 'must' ? '' : ` · ${priority}`}`;
  const what = isFolded ? pieceNames[channel] : title;
  return [
    `T+${minute}`,
    storyTime(storyline_time),
    { lines: [{ words: [{ bold: what }] }, quiet(facts)] },
    isFolded ? 'See its page' : wayOut(pack, inject),
    '',
  ];
}

function sitrepRow(minute: number): readonly Cell[] {
  return [
    `T+${minute}`,
    '',
    { lines: [{ words: 'Situation report' }, quiet('Incident Commander, 60 seconds')] },
    'What we know, what we do, what we need, next update',
    '',
  ];
}

const reasons = {
  length: 'does not fit the length',
  objective: 'its objective is out of scope',
  profile: 'does not concern this organisation',
} as const;

function writeLeftOut({ scenario, setup }: Pack): readonly Block[] {
  if (setup.left_out.length === 0) return [];
  const left = setup.left_out.map(
    ({ inject, because }) => `${inject} ${titleOf(scenario, inject)} (${reasons[because]})`,
  );
  return [note({ bold: 'Left out: ' }, `${left.join('; ')}.`)];
}
