import { useMemo } from 'react';
import type { ActionFilter } from '#core/actions/filter-actions.ts';
import { noFilter } from '#core/actions/filter-actions.ts';
import { type AgeBucket, countRegister } from '#core/actions/register-figures.ts';
import { shortDate } from '#core/local-time.ts';
import shared from '../register/register.module.css';
import css from './actions.module.css';
import type { Register } from './use-register.ts';
import { ageNames } from './words.ts';

type Props = {
  readonly register: Register;
  readonly filter: ActionFilter;
  readonly onFilter: (filter: ActionFilter) => void;
};

/** Of the whole register, whatever is filtered; each number leads to its actions. */
export function RegisterFigures({ register: { actions, today, returned }, filter, onFilter }: Props) {
  const { open, overdue, toVerify, closure, ages } = useMemo(() => countRegister(actions, today), [actions, today]);
  const show = (part: Partial<ActionFilter>) => onFilter({ ...noFilter, ...part });
  const most = Math.max(1, ...ages.map(({ count }) => count));
  return (
    <section className={css.figures} aria-label="The register in figures">
      <dl className={shared.numbers}>
        <Figure name="Open" count={open} onShow={() => show({})} />
        <Figure name="Overdue" count={overdue} look="bad" onShow={() => show({ isOverdue: true })} />
        <Figure name="Done, to verify" count={toVerify} onShow={() => show({ status: 'done' })} />
        <Figure
          name="Gaps that came back"
          count={returned.size}
          onShow={() => show({ status: 'all', hasReturned: true })}
        />
        <div>
          <dt className="label">Verified by their day</dt>
          <dd>
            <span className={shared.number}>{closure.due === 0 ? '–' : `${closure.onTime} of ${closure.due}`}</span>
            <span className="tiny quiet">
              {closure.due === 0 ? 'none was due since' : 'due since'} {shortDate(closure.from)}
            </span>
          </dd>
        </div>
      </dl>
      <fieldset>
        <legend className="label">Age of open actions</legend>
        {ages.map(({ bucket, count }) => (
          <Age
            key={bucket}
            {...{ bucket, count, most }}
            isOn={filter.age === bucket}
            onShow={() => show({ age: bucket })}
          />
        ))}
      </fieldset>
    </section>
  );
}

type FigureProps = {
  readonly name: string;
  readonly count: number;
  readonly look?: string;
  readonly onShow: () => void;
};

function Figure({ name, count, look = '', onShow }: FigureProps) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd>
        {count === 0 ? (
          <span className={shared.number}>0</span>
        ) : (
          <button type="button" className={`${shared.number} ${look}`} onClick={onShow}>
            {count}
            <span className="sr"> {name.toLowerCase()}: show them</span>
          </button>
        )}
      </dd>
    </div>
  );
}

type AgeProps = {
  readonly bucket: AgeBucket;
  readonly count: number;
  readonly most: number;
  readonly isOn: boolean;
  readonly onShow: () => void;
};

function Age({ bucket, count, most, isOn, onShow }: AgeProps) {
  if (bucket === 'unknown' && count === 0) return null;
  return (
    <button type="button" className={css.age} aria-pressed={isOn} disabled={count === 0} onClick={onShow}>
      <span>{ageNames[bucket]}</span>
      <span className={css.track} aria-hidden="true">
        <i style={{ width: `${(count / most) * 100}%` }} />
      </span>
      <b className="num">{count}</b>
    </button>
  );
}
