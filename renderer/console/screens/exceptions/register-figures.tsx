import { memo, useMemo } from 'react';
import { isOpenException } from '#core/exceptions/describe-register.ts';
import { type ExceptionFilter, filterExceptions, noFilter } from '#core/exceptions/filter-exceptions.ts';
import shared from '../register/register.module.css';
import css from './exceptions.module.css';
import type { Exceptions } from './use-exceptions.ts';

type Props = { readonly register: Exceptions; readonly onFilter: (filter: ExceptionFilter) => void };

/** Of the whole register, whatever is filtered; each number leads to its exceptions. Counts are never coloured. */
export const RegisterFigures = memo(function RegisterFigures({ register: { exceptions, file }, onFilter }: Props) {
  const figures = useMemo(() => {
    const within = file?.expiringWithinDays ?? 30;
    const parts: readonly (readonly [name: string, part: Partial<ExceptionFilter>])[] = [
      ['Active', { state: 'active' }],
      ['Expired, still open', { state: 'expired_open' }],
      [`Ending within ${within} days`, { flag: 'EXPIRES≤30' }],
      ['With a red flag', { flag: 'red' }],
      ['Waiting for approval', { state: 'pending' }],
    ];
    return parts.map(([name, part]) => {
      const filter = { ...noFilter, ...part };
      return { name, filter, count: filterExceptions(exceptions, filter).length };
    });
  }, [exceptions, file]);
  const late = exceptions.filter(({ decision }) => decision?.isOverdue).length;
  const decided = exceptions.filter((one) => isOpenException(one) && one.decision?.mark === 'not_yet').length;
  return (
    <dl className={`${shared.numbers} ${css.numbers}`} aria-label="The register in figures">
      {figures.map(({ name, filter, count }) => (
        <div key={name}>
          <dt className="label">{name}</dt>
          <dd>
            {count === 0 ? (
              <span className={shared.number}>0</span>
            ) : (
              <button type="button" className={shared.number} onClick={() => onFilter(filter)}>
                {count}
                <span className="sr"> {name.toLowerCase()}: show them</span>
              </button>
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt className="label">Decided, not yet in the file</dt>
        <dd>
          <span className={shared.number}>{decided}</span>
          {late > 0 && <span className="tiny quiet">{late} overdue</span>}
        </dd>
      </div>
    </dl>
  );
});
