import { changeTold, listOutdated, type OutdatedText } from '#core/scorecard/changed-numbers.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import { TickBox } from '../../../parts/tick-box.tsx';
import css from './scorecard.module.css';
import type { Drafting } from './use-draft.ts';

type Props = {
  readonly field: OutdatedText['field'];
  readonly drafting: Drafting;
  readonly view: MonthView;
};

/** Beside a text that a correction took over: which numbers in it are others now, and that they hold all the same. */
export function OutdatedMark({ field, drafting, view }: Props) {
  const { typed, change } = drafting;
  const found = listOutdated(typed, view.changed).find((text) => text.field === field);
  if (!found) return null;
  const { key, changes } = found;
  const isConfirmed = typed.confirmed.includes(key);
  const others = typed.confirmed.filter((one) => one !== key).slice(-4);
  return (
    <div className={css.outdated}>
      <p className={`state small ${isConfirmed ? 'todo' : 'warn'}`}>
        Names what the correction changed: {changes.map(changeTold).join('; ')}
      </p>
      <TickBox isOn={isConfirmed} onChange={(isOn) => change({ confirmed: isOn ? [...others, key] : others })}>
        It holds as it is written
      </TickBox>
    </div>
  );
}
