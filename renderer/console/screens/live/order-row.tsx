import { Check } from 'lucide-react';
import { memo } from 'react';
import { useStore } from 'zustand/react';
import { shallow } from 'zustand/shallow';
import type { OrderRow } from '#core/exercise/views/console-view-order.ts';
import type { SitrepMark } from '#core/exercise/views/console-view-time.ts';
import { longDay } from '#core/local-time.ts';
import { useRoomStore } from '../../../state/use-application.tsx';
import { useLive } from './live-context.tsx';
import s from './order.module.css';
import { classes, roleList } from './words.ts';

type Props = {
  readonly row: OrderRow;
  readonly isEntry: boolean;
  readonly isSelected: boolean;
  readonly before: string | null;
};

/** A row is made anew every second, and drawn anew only where it says something else. */
export const InjectRow = memo(function InjectRow({ row, isEntry, isSelected, before }: Props) {
  const { state } = row;
  const { select } = useLive('select');
  const isNew = before !== null && before !== row.storylineTime.slice(0, 10);
  return (
    <li aria-current={state === 'current' ? 'step' : undefined}>
      {isNew && <div className={s.daybreak}>{longDay(row.storylineTime.slice(0, 10)).split(' ')[0]}</div>}
      <button
        type="button"
        tabIndex={isEntry ? 0 : -1}
        aria-pressed={isSelected}
        className={classes(s.row, s[isOut(row) ? 'out' : state], isSelected && s.selected)}
        onClick={() => select(row.inject)}
      >
        <Line row={row} />
      </button>
    </li>
  );
}, isSame);

function isSame({ row, ...props }: Props, { row: nextRow, ...next }: Props): boolean {
  return shallow(row, nextRow) && shallow(props, next);
}

/** A line never shows more, and hundreds of them are laid out together. */
const longest = 200;

const isOut = ({ state }: OrderRow) => state === 'out' || state === 'skipped';

function Line({ row }: { readonly row: OrderRow }) {
  const { cover } = useLive('cover');
  const isBlank = useStore(useRoomStore(), (room) => room.isBlank);
  const { state, minute } = row;
  const isSeen = state === 'released' || state === 'current';
  const word = isOut(row) ? 'out' : state === 'held' ? 'held' : null;
  const say = sayOf(cover === 'none' ? row : { ...row, reason: null }, isBlank); // why it is held back may say what is to come
  return (
    <>
      <span className={s.mark}>{state === 'released' && <Check size={12} strokeWidth={2.6} aria-hidden />}</span>
      <span className={s.at} data-t={word === null ? '' : undefined}>
        {word ?? minute}
      </span>
      <span className={s.what}>
        {state === 'released' && <span className="sr">Released: </span>}
        {cover === 'none' || (cover === 'coming' && isSeen) ? row.title.slice(0, longest) : row.inject}
      </span>
      {say && <span className={s.say}>{say}</span>}
    </>
  );
}

function sayOf({ state, sinceMinutes, ownMinutes, reason, onlyFor }: OrderRow, isBlank: boolean): string | null {
  const since = sinceMinutes ?? 0;
  switch (state) {
    case 'current':
      return `${onlyFor ? `With ${roleList(onlyFor)}` : isBlank ? 'Behind the blank' : 'In the room'}, ${since}${ownMinutes > 0 ? ` of ${ownMinutes}` : ''} min`;
    case 'due':
      return since === 0 ? 'Due now' : `Due, ${since} min ago`;
    case 'held':
      return reason;
    case 'skipped':
      return reason ? `Skipped: ${reason}` : null;
    default:
      return null;
  }
}

export function SitrepRow({ mark: { minute, isGiven } }: { readonly mark: SitrepMark }) {
  return (
    <li className={classes(s.row, s.beat, isGiven && s.done)}>
      <span className={s.mark} />
      <span className={s.at} data-t="">
        {minute}
      </span>
      <span className={s.what}>{isGiven ? 'Sitrep given' : 'Sitrep'}</span>
    </li>
  );
}
